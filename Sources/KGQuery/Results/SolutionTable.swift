public import KGModel
public import KGSPARQL

/// The solutions of a SELECT: one row a solution, one column a variable.
public struct SolutionTable: Hashable, Sendable {
  /// The columns, in the order of the query.
  public let variables: [Variable]
  /// Each as long as ``variables``; `nil` where a variable is unbound. Empty when there are no solutions.
  public let rows: [[Term?]]

  /// - Parameter rows: Each as long as the variables.
  public init(variables: [Variable], rows: [[Term?]]) {
    self.variables = variables
    self.rows = rows
  }
}
