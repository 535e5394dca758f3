package import KGText

/// Names that enumerate: “National Heart, Lung, and Blood Institute”.
extension OrganizationText {
  /// The range of a name with the parts before it that it enumerates; the same range where it enumerates nothing.
  static func withEnumeration(_ name: Range<Int>, in span: Span) -> Range<Int> {
    let words = span.slice(name).words
    let hasConjunction = words.first.map { conjunctions.contains($0.foldedString) } ?? false
    guard let last = hasConjunction ? words.dropFirst().first : words.first,
      let start = enumerationStart(before: last.lower, in: span)
    else { return name }
    return start..<name.upperBound
  }

  /// The start of a name that enumerates, from the place of its last part.
  ///
  /// - Returns: Where the first part begins; `nil` unless “and” stands before the place, and at least two short
  ///   capitalized parts before it.
  package static func enumerationStart(before place: Int, in span: Span) -> Int? {
    let before = span.to(place).trimmed
    guard let conjunction = before.lastWord, conjunctions.contains(conjunction.foldedString) else {
      return nil
    }
    let parts = span.to(conjunction.lower).trimming(", ")
      .split(at: ",;|:\t\n")
    let own = parts.reversed().prefix(while: mayBePart)
    guard own.count > 1, let first = own.last else { return nil }
    return first.lower
  }

  private static let conjunctions: Set<String> = ["and", "&"]

  /// One or two words with a capital that are neither a title nor a known organization.
  private static func mayBePart(_ part: Span) -> Bool {
    part.wordCount <= 2 && part.scalars.first?.isUpper == true
      && !Lexicon.shared.roles.contains(part) && !Lexicon.shared.degrees.contains(part)
      && !Lexicon.shared.places.contains(part) && OrganizationAuthority.shared.match(part) == nil
  }
}
