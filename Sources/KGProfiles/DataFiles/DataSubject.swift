internal import KGLexicon

/// What the items of a list are, as far as records are made of them.
enum DataSubject: String, CaseIterable {
  /// Positions and degrees; each item shows which it is.
  case career
  case publications, patents, awards, projects

  /// The fields that an item of such a list may have.
  var fields: [DataField] {
    switch self {
    case .career:
      [
        .organization, .role, .degree, .field, .unit, .place, .start, .end, .date, .advisers,
        .title,
        .url, .summary,
      ]
    case .publications:
      [.title, .authors, .venue, .date, .start, .organization, .number, .url, .summary]
    case .patents: [.title, .number, .authors, .date, .start, .url, .summary]
    case .awards: [.title, .date, .start, .organization, .url, .summary]
    case .projects: [.title, .date, .start, .organization, .url, .summary]
    }
  }

  /// Fields that only a key can show in such a list, since values of their form are frequent in others.
  var fieldsByKey: Set<DataField> {
    switch self {
    case .career: [.title]
    case .publications: [.organization, .start, .number]
    case .patents: [.start]
    case .awards, .projects: [.organization, .start]
    }
  }

  /// The subjects that the title of a list names; empty where it names none of which records are made.
  static func named(by kinds: [SectionKind]) -> [DataSubject] {
    var found: [DataSubject] = []
    for kind in kinds {
      let subject: DataSubject? =
        switch kind {
        case .education, .experience, .career, .research: .career
        case .publications: .publications
        case .patents: .patents
        case .awards: .awards
        case .projects: .projects
        default: nil
        }
      if let subject, !found.contains(subject) { found.append(subject) }
    }
    return found
  }
}
