internal import KGModel

/// The weights of a linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001).
///
/// The score of a labelling is the sum, over the tokens, of the weights of the features of the token
/// and of its neighbours for its label, and of the weight of its label after the label before.
struct SequenceModel: Sendable {
  /// The labels, in the order of their numbers.
  private(set) var labels: [String] = []
  /// The most labels that a model can have: as many weights are added at a time.
  static let mostLabels = 16
  /// How many tokens on each side count.
  static let reach = 2

  /// The weights of all features, one after another; of each feature those for ``Weights/tokens``, by the label.
  private(set) var weights: [SIMD16<Float>] = []
  private var weightsOfFeatures = FeatureTable<Weights>()
  /// For each label the weight of each label after it.
  private(set) var transitions = Array(repeating: SIMD16<Float>(), count: mostLabels)

  /// The weights of a feature, without those tokens at both ends for which it has none: features of their own token only
  /// have none for others.
  struct Weights: Sendable {
    // Kept small: they are in the slots of a table that is read at random.
    private let first: UInt32
    private let firstToken: UInt8
    private let endToken: UInt8

    fileprivate init(start: Int, tokens: Range<Int>) {
      first = UInt32(start)
      firstToken = UInt8(tokens.lowerBound)
      endToken = UInt8(tokens.upperBound)
    }

    /// Where they begin among the weights of the model.
    var start: Int { Int(first) }
    /// The tokens that they are for, of those near that of the feature: from 0, ``reach`` before it, to `2 * reach`.
    var tokens: Range<Int> { Int(firstToken)..<Int(endToken) }
  }

  /// Reads the weights from a table in UTF-8 with the columns feature, offset, label, weight. The first row
  /// is `labels` with the labels; a row `transition` has the two labels in place of offset and label.
  ///
  /// Rows that name no known label, or whose weight is no number, are left out, as are labels after the first
  /// ``mostLabels``.
  init(_ table: UnsafeBufferPointer<UInt8>) {
    var labels: [[UInt8]]?
    var found: [[(token: Int, label: Int, weight: Float)]] = []
    // The place of each feature among those found.
    var places = FeatureTable<Int>()
    let transition = Array("transition".utf8)
    var feature: [UInt8] = []
    var place = 0
    TabSeparatedTable.forEachRow(of: table) { row in
      guard let known = labels else {
        labels = row.cells.indices.dropFirst().prefix(Self.mostLabels).map { Array(row.cell($0)) }
        return
      }
      func label(_ cell: Int) -> Int? { known.firstIndex { Self.isEqual($0, row.cell(cell)) } }
      guard let next = label(2), let weight = Float(row.text(3)) else { return }
      if Self.isEqual(transition, row.cell(0)) {
        if let previous = label(1) { transitions[previous][next] = weight }
      } else if let offset = Int(row.text(1)), abs(offset) <= Self.reach {
        // The rows of a feature usually are next to one another.
        if !Self.isEqual(feature, row.cell(0)) {
          feature = Array(row.cell(0))
          place = places.value(
            of: FeatureHash(feature: row.cell(0)).value, orNew: found.count)
        }
        if place == found.count { found.append([]) }
        // A feature at a distance of -1 from a token counts for the token at a distance of 1 from it.
        found[place].append((Self.reach - offset, next, weight))
      }
    }
    self.labels = (labels ?? []).map { String(decoding: $0, as: UTF8.self) }
    var weights: [SIMD16<Float>] = []
    let weightsOfPlaces = found.map { Self.append($0, to: &weights) }
    self.weights = weights
    weightsOfFeatures = places.mapValues { weightsOfPlaces[$0] }
  }

  // The sequences of the standard library are compared element by element through iterators: of fifty thousand
  // rows that takes a tenth of a second.
  private static func isEqual(_ bytes: [UInt8], _ others: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count == others.count else { return false }
    for place in bytes.indices where bytes[place] != others[place] { return false }
    return true
  }

  /// Adds the weights of a feature, of which there is at least one.
  private static func append(
    _ found: [(token: Int, label: Int, weight: Float)], to weights: inout [SIMD16<Float>]
  ) -> Weights {
    let tokens = found.map(\.token)
    guard let first = tokens.min(), let last = tokens.max() else {
      return Weights(start: 0, tokens: 0..<0)
    }
    let start = weights.count
    weights.append(contentsOf: repeatElement(SIMD16(), count: last + 1 - first))
    for (token, label, weight) in found { weights[start + token - first][label] = weight }
    return Weights(start: start, tokens: first..<last + 1)
  }

  /// The weights of a feature; `nil` for one that the model does not know.
  func weights(of hash: UInt64) -> Weights? {
    weightsOfFeatures.find(hash)
  }
}
