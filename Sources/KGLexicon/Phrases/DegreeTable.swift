package import KGText

/// The academic degrees, which are looked up in spans.
package struct DegreeTable: Sendable {
  package typealias Match = PhraseTable<DegreeLevel>.Match

  let degrees: PhraseTable<DegreeLevel>
  /// Degrees whose abbreviations can also be initials of people: A.M.
  let initials: PhraseTable<DegreeLevel>

  package init(_ degrees: PhraseTable<DegreeLevel>, initials: PhraseTable<DegreeLevel>) {
    self.degrees = degrees
    self.initials = initials
  }

  /// Every degree in the span, from left to right.
  package func matches(in span: Span) -> [Match] {
    joining(degrees.matches(in: span), initials: initials.matches(in: span), in: span)
  }

  /// The degrees among phrases of both tables.
  func joining(_ found: [Match], initials: [Match], in span: Span) -> [Match] {
    let found = found.filter { !isCourtesyTitle($0, in: span) }
    let others = initials.filter { match in
      !isBeforeName(match, in: span) && !found.contains { $0.range.overlaps(match.range) }
    }
    guard !others.isEmpty else { return found }
    return (found + others).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The first degree in the span; `nil` when none occurs.
  package func firstMatch(in span: Span) -> Match? { matches(in: span).first }

  /// Whether any degree occurs in the span.
  package func contains(_ span: Span) -> Bool { !matches(in: span).isEmpty }

  /// Whether a match is “Ms” before a full stop and a name: “Ms. Quill”.
  private func isCourtesyTitle(_ match: Match, in span: Span) -> Bool {
    guard match.range.count == Self.courtesyTitle.count,
      span.slice(match.range).string == Self.courtesyTitle
    else { return false }
    let rest = span.from(match.range.upperBound)
    guard rest.hasPrefix(". "), let name = rest.split(at: ",;|\n\t").first?.trimming(". ") else {
      return false
    }
    // “Ms. Computer Science” has words that names have not.
    return PersonNameText.isName(name, isWhole: false)
  }

  private static let courtesyTitle = "Ms"

  /// Whether a name follows: “A.M. Quill”, not “A.M. in physics”. Initials of a name are capitals.
  private func isBeforeName(_ match: Match, in span: Span) -> Bool {
    guard span.text.scalars[match.range.lowerBound].isUpper else { return true }
    let rest = span.from(match.range.upperBound)
    guard rest.folded.first == " ", let next = rest.words.first, next.lower == rest.lower + 1 else {
      return false
    }
    return next.text.scalars[next.lower].isUpper
  }
}
