internal import KGQuerySource
internal import KGSPARQL

/// A part of a query as statements of SQL: one without bindings, and one that is joined with their table.
struct SQLPart: PreparedPart {
  let variables: [Variable]
  let residualConditions: [Expression]
  let estimatedRows: Double
  /// The text of the statement without bindings.
  let plainText: String
  /// The columns of the variables in each statement.
  let plainPlaces: [Int]
  let boundPlaces: [Int]
  private let bindings: [Variable]
  private let bound: PatternSQL

  /// - Parameters:
  ///   - bindings: Variables whose values may be given.
  ///   - bound: The statement with the table of bindings; `nil` when there are none.
  init(
    estimatedRows: Double, bindings: [Variable], residualConditions: [Expression] = [],
    plain: PatternSQL, bound: PatternSQL?
  ) {
    self.estimatedRows = estimatedRows
    self.bindings = bindings
    self.residualConditions = residualConditions
    self.bound = bound ?? plain
    variables = self.bound.variables
    plainText = plain.text(bindings: nil)
    plainPlaces = variables.map { plain.variables.firstIndex(of: $0) ?? 0 }
    boundPlaces = Array(variables.indices)
  }

  var explanation: String {
    bindings.isEmpty
      ? plainText
      : "-- \(PatternSQL.bindingsTable): " + bindings.map { "?" + $0.name }.joined(separator: " ")
        + "\n" + bound.text(bindings: nil)
  }

  /// The text of the statement for some rows of bindings, of which there is at least one.
  func boundText(_ rows: [[Int64]]) -> String { bound.text(bindings: rows) }
}
