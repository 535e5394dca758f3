internal import KGModel
internal import KGSPARQL

/// Results of expressions that depend on nothing but term IDs and constants, kept from one run to the next.
final class EvaluationCache {
  let patterns = RegularExpressionCache()
  var textRanks = TextRanks()
  private var comparisons: [Comparison: ComparisonResults] = [:]

  /// A comparison of a variable with a constant.
  struct Comparison: Hashable {
    let constant: Term
    let comparison: Expression.Comparison
    let isConstantLeft: Bool
  }

  private static let maximumComparisons = 64

  /// The results of a comparison so far.
  func results(of comparison: Comparison) -> ComparisonResults {
    if let known = comparisons[comparison] { return known }
    let results = ComparisonResults()
    comparisons[comparison] = results
    return results
  }

  /// Empties what is full. Called between two runs, because positions in ``textRanks`` become invalid.
  func makeRoom() {
    if textRanks.isFull { textRanks = TextRanks() }
    if comparisons.count > Self.maximumComparisons { comparisons = [:] }
    if comparisons.values.contains(where: \.isFull) {
      comparisons = comparisons.filter { !$0.value.isFull }
    }
  }
}

/// The results of a comparison by term ID; `nil` is an error. Years and kinds are few and come in many rows.
final class ComparisonResults {
  private var known: [Int64: Bool?] = [:]

  private static let maximumCount = 1 << 12

  var isFull: Bool { known.count >= Self.maximumCount }

  func result(_ id: Int64, _ compare: () throws -> Bool?) rethrows -> Bool? {
    if let result = known[id] { return result }
    let result = try compare()
    if !isFull { known[id] = .some(result) }
    return result
  }
}
