extension DocumentRecord {
  /// What the record quotes from the document in the document's own language.
  var ownWords: String {
    let career = affiliations.map(\.role) + education.flatMap { [$0.degree, $0.field] }
    let achievements = patents.map(\.title) + awards.map(\.title) + projects.map(\.name)
    return (career + achievements).compactMap { $0 }.joined(separator: "\n")
  }

  /// What the record quotes in a language that need not be the document's own: organizations are
  /// named in the language of their country, and titles of papers are mostly English.
  var names: String {
    let organizations = affiliations.map(\.organization) + education.map(\.organization)
    return (organizations + papers.map(\.title)).compactMap { $0 }.joined(separator: "\n")
  }
}
