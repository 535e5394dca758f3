internal import KGLexicon
internal import KGModel
internal import KGText

/// What positions and degrees have in common, by which two readings of a section are compared.
protocol CareerEntry {
  var organization: Stated<String> { get set }
  var unit: Stated<String>? { get set }
  var interval: Stated<DatedText>? { get set }
  /// The role or the degree.
  var title: Stated<String>? { get set }
}

extension AffiliationRecord: CareerEntry {
  var title: Stated<String>? {
    get { role }
    set { role = newValue }
  }
}

extension EducationRecord: CareerEntry {
  var title: Stated<String>? {
    get { degree }
    set { degree = newValue }
  }
}
