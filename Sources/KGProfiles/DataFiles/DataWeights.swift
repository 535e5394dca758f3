internal import KGModel

/// The weights of the features by which the fields and the subject of a list are decided, from `data-weights.tsv`.
struct DataWeights {
  static let shared = DataWeights(TabSeparatedTable(PackageResources.data_weights_tsv))

  private let weights: [String: [String: Double]]

  private init(_ table: TabSeparatedTable) {
    var weights: [String: [String: Double]] = [:]
    for row in table.rows { weights[row.cell(0), default: [:]][row.cell(1)] = Double(row.cell(2)) }
    self.weights = weights
  }

  /// The weight of a feature; 0 for one that does not count.
  subscript(decision: String, feature: String) -> Double { weights[decision]?[feature] ?? 0 }
}
