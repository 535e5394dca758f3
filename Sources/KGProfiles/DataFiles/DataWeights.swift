internal import KGLexicon
internal import KGModel

/// The weights of the features by which the fields and the subject of a list are decided, from `data-weights.tsv`.
struct DataWeights {
  static let shared = DataWeights(TabSeparatedTable(PackageResources.data_weights_tsv))

  /// The weights of one decision by their features.
  struct Decision {
    /// What each form of values counts.
    let forms: [DataValueForm: Double]
    private let others: [String: Double]

    fileprivate init(_ weights: [String: Double]) {
      forms = Dictionary(
        weights.compactMap { feature, weight in
          DataValueForm(rawValue: feature).map { ($0, weight) }
        }, uniquingKeysWith: { first, _ in first })
      others = weights.filter { DataValueForm(rawValue: $0.key) == nil }
    }

    /// The weight of a feature that is no form; 0 for one that does not count.
    subscript(feature: String) -> Double { others[feature] ?? 0 }
  }

  private var fields: [DataField: Decision] = [:]
  private var subjects: [DataSubject: Decision] = [:]

  private init(_ table: TabSeparatedTable) {
    var weights: [String: [String: Double]] = [:]
    for row in table.rows { weights[row.cell(0), default: [:]][row.cell(1)] = Double(row.cell(2)) }
    for field in DataField.allCases {
      fields[field] = Decision(weights["field " + field.rawValue] ?? [:])
    }
    for subject in DataSubject.allCases {
      subjects[subject] = Decision(weights["list " + subject.rawValue] ?? [:])
    }
  }

  subscript(field: DataField) -> Decision { fields[field] ?? Decision([:]) }
  subscript(subject: DataSubject) -> Decision { subjects[subject] ?? Decision([:]) }
}
