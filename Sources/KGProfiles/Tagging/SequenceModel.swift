internal import KGModel

/// The weights of a linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001).
///
/// The score of a labelling is the sum, over the tokens, of the weights of the features of the token
/// and of its neighbours for its label, and of the weight of its label after the label before.
struct SequenceModel: Sendable {
  /// The labels, in the order of their numbers.
  let labels: [String]
  /// How many tokens on each side count.
  static let reach = 2

  /// The row of each feature.
  private var rows = FeatureRows()
  /// For each row, for each token near that of the feature, from `-reach` to `reach`, a weight for each label.
  private(set) var weights: [Float] = []
  /// For each row the weights that are not all zero: features of their own token only have none for others.
  private var used: [Range<Int>] = []
  /// The weight of each label after each label: `[previous * labels.count + next]`.
  private(set) var transitions: [Float]

  /// Reads the weights from a table with the columns feature, offset, label, weight. The first row
  /// is `labels` with the labels; a row `transition` has the two labels in place of offset and label.
  ///
  /// Rows that name no known label, or whose weight is no number, are left out.
  init(_ table: TabSeparatedTable) {
    var lines = table.rows.makeIterator()
    let first = lines.next()
    labels = first.map { row in (1..<max(row.count, 1)).map { row.cell($0) } } ?? []
    transitions = Array(repeating: 0, count: labels.count * labels.count)
    let numbers = Dictionary(
      zip(labels, labels.indices), uniquingKeysWith: { first, _ in first })
    while let row = lines.next() {
      guard let label = numbers[row.cell(2)], let weight = Float(row.cell(3)) else { continue }
      if row.cell(0) == "transition" {
        if let previous = numbers[row.cell(1)] {
          transitions[previous * labels.count + label] = weight
        }
      } else if let offset = Int(row.cell(1)), abs(offset) <= Self.reach {
        set(weight, feature: row.cell(0), offset: offset, label: label)
      }
    }
  }

  private mutating func set(_ weight: Float, feature: String, offset: Int, label: Int) {
    let row = rows.place(of: FeatureHash(feature.utf8).value)
    let missing = (row + 1) * width - weights.count
    if missing > 0 { weights.append(contentsOf: repeatElement(0, count: missing)) }
    // A feature at a distance of -1 from a token counts for the token at a distance of 1 from it.
    let place = (Self.reach - offset) * labels.count + label
    weights[row * width + place] = weight
    if row == used.count { used.append(place..<place) }
    used[row] = min(used[row].lowerBound, place)..<max(used[row].upperBound, place + 1)
  }

  /// The number of weights of a feature.
  var width: Int { (2 * Self.reach + 1) * labels.count }

  /// The weights of a feature: where they begin, and which of them are not all zero; `nil` for a feature that the
  /// model does not know.
  func weights(of hash: UInt64) -> (first: Int, used: Range<Int>)? {
    rows.find(hash).map { ($0 * width, used[$0]) }
  }
}
