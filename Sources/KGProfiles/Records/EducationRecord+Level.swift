internal import KGModel
internal import KGLexicon
internal import KGText

extension EducationRecord {
  /// What the printed degree is.
  var level: DegreeLevel? {
    degree.flatMap { Lexicon.shared.degrees.matches(in: $0.span).first?.value }
  }

  /// Whether no end of the study is told, or that it is open.
  var isOngoing: Bool { interval?.value.isOpen ?? (interval == nil) }
}
