public import KGModel
public import KGSPARQL

/// What a query returns.
public enum QueryResult: Hashable, Sendable {
  /// Of SELECT.
  case solutions(SolutionTable)
  /// Of ASK.
  case boolean(Bool)
  /// Of CONSTRUCT and DESCRIBE: each triple once.
  case graph([Triple])

  /// Whether there are no rows, no triples, or the answer is `false`.
  public var isEmpty: Bool {
    switch self {
    case .solutions(let table): table.rows.isEmpty
    case .boolean(let value): !value
    case .graph(let triples): triples.isEmpty
    }
  }
}

/// Takes a result piece by piece, as it is found. An error that a method throws ends the query.
public protocol ResultConsumer {
  /// Called once before the rows of a SELECT.
  mutating func begin(variables: [Variable]) throws
  /// Takes a row of a SELECT; `nil` where a variable is unbound.
  mutating func add(_ solution: [Term?]) throws
  /// Takes a triple of a CONSTRUCT or DESCRIBE, which comes once.
  mutating func add(_ triple: Triple) throws
  /// Takes the answer of an ASK; nothing follows.
  mutating func finish(_ boolean: Bool) throws
  /// Called after the last row or triple.
  ///
  /// - Parameter isCut: Whether ``QueryLimits/maximumRows`` has ended the result.
  mutating func finish(isCut: Bool) throws
}

/// Collects a whole result.
struct ResultCollector: ResultConsumer {
  private(set) var variables: [Variable] = []
  private(set) var rows: [[Term?]] = []
  private(set) var triples: [Triple] = []
  private(set) var boolean: Bool?

  mutating func begin(variables: [Variable]) { self.variables = variables }
  mutating func add(_ solution: [Term?]) { rows.append(solution) }
  mutating func add(_ triple: Triple) { triples.append(triple) }
  mutating func finish(_ boolean: Bool) { self.boolean = boolean }
  mutating func finish(isCut: Bool) {}
}
