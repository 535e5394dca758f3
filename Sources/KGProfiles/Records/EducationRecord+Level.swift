internal import KGModel
internal import KGLexicon
internal import KGText

extension EducationRecord {
  /// The level of the printed degree; `nil` when no degree is printed or known.
  var level: DegreeLevel? {
    degree.flatMap { Lexicon.shared.degrees.firstMatch(in: $0.span)?.value }
  }

  /// Whether the end is open, or no interval is stated.
  var isOngoing: Bool { interval?.value.isOpen ?? (interval == nil) }
}
