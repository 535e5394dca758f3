public import KGModel

/// Data that queries are evaluated over. Terms are numbers: the same term always has the same one, and 0 is
/// none.
public protocol QuerySource: AnyObject {
  /// The number of a term. A term that no statement names has a number that holds for this source only.
  func termID(of term: Term) throws -> Int64

  /// The number of a term that a run of a query has made.
  ///
  /// - Returns: `isNew` when no statement names the term and nobody has asked for it: its number is to be given
  ///   back with ``forget(_:)``, and no other term ever gets it.
  func termID(ofComputed term: Term) throws -> (number: Int64, isNew: Bool)

  /// Lets go of computed terms, except those that ``termID(of:)`` has been asked for.
  func forget(_ numbers: [Int64])

  func term(_ number: Int64) throws -> Term

  /// Says that the terms of numbers will be asked for, so that they can be read together. 0 is no term.
  func prefetchTerms(_ numbers: [Int64]) throws

  /// What has been made ready for this source, by the text that it was made of: it holds as long as the
  /// numbers do.
  var plans: [String: AnyObject] { get set }

  /// Asked now and then while the source is at work on a row; `false` ends the work with an error.
  var mayContinue: (() -> Bool)? { get set }

  /// The same data with other graphs as the default graph and the named ones; its numbers are its own.
  func restricted(to dataset: DatasetClause) -> any QuerySource

  /// The numbers of the named graphs, in no order.
  func namedGraphs() throws -> [Int64]

  /// A part of a query as the source answers it.
  ///
  /// - Parameters:
  ///   - graph: The graph that patterns are matched against.
  ///   - bindings: Variables of which values may be known when the part is opened; all of them are bound in all
  ///     its solutions.
  /// - Returns: `nil` for what the source leaves to its caller. It never leaves a path, nor a basic graph pattern
  ///   of one triple pattern.
  func prepared(
    _ algebra: Algebra, graph: ActiveGraph, bindings: [Variable]
  ) throws -> (any PreparedPart)?
}

/// What a pattern is matched against.
public enum ActiveGraph: Hashable, Sendable {
  case `default`
  /// A named graph by its number.
  case named(Int64)
}

/// A part of a query that a source can answer many times.
public protocol PreparedPart: AnyObject {
  /// The columns of the rows.
  var variables: [Variable] { get }

  /// The conditions of filters in the part that its rows have still to be tested for.
  var residualConditions: [Expression] { get }

  /// How it is answered, for people: SQL, for a database.
  var explanation: String { get }

  /// About how many rows there are without a bindings.
  var estimatedRows: Double { get }

  /// All solutions that agree with one of the bindings's rows, and maybe others; all of them without a bindings.
  ///
  /// - Parameter bindings: Different rows of values of the variables that the part was prepared for.
  func open(bindings: [[Int64]]?) throws -> any SolutionCursor
}

/// Solutions as they are found.
public protocol SolutionCursor: AnyObject {
  /// The next solutions: at least one and no more than wanted; `nil` at the end.
  func next(_ count: Int) throws -> RowBatch?
}

/// A table of solutions: one row a solution, one column a variable, `nil` where unbound.
public struct SolutionTable: Hashable, Sendable {
  public let variables: [Variable]
  public let rows: [[Term?]]

  public init(variables: [Variable], rows: [[Term?]]) {
    self.variables = variables
    self.rows = rows
  }
}
