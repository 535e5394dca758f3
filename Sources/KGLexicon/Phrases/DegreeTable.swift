package import KGText

/// Looks degrees up in a span.
package struct DegreeTable: Sendable {
  package typealias Match = PhraseTable<DegreeLevel>.Match

  private let degrees: PhraseTable<DegreeLevel>
  /// Degrees that may be initials of people.
  private let initials: PhraseTable<DegreeLevel>

  package init(_ degrees: PhraseTable<DegreeLevel>, initials: PhraseTable<DegreeLevel>) {
    self.degrees = degrees
    self.initials = initials
  }

  /// Every degree in the span, from left to right.
  package func matches(in span: Span) -> [Match] {
    let found = degrees.matches(in: span)
    let others = initials.matches(in: span).filter { match in
      !isBeforeName(match, in: span) && !found.contains { $0.range.overlaps(match.range) }
    }
    guard !others.isEmpty else { return found }
    return (found + others).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  package func contains(_ span: Span) -> Bool { !matches(in: span).isEmpty }

  /// “A.M. Quill”, and not “A.M. in physics”; names as they are written have capitals.
  private func isBeforeName(_ match: Match, in span: Span) -> Bool {
    guard span.text.scalars[match.range.lowerBound].isUpper else { return true }
    let rest = span.from(match.range.upperBound)
    guard rest.folded.first == " ", let next = rest.words.first, next.lower == rest.lower + 1 else {
      return false
    }
    return next.text.scalars[next.lower].isUpper
  }
}
