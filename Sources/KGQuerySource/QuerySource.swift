package import KGModel
package import KGSPARQL

/// Data that queries are evaluated over: the store, or a stub in a test.
///
/// Terms have 64-bit IDs. Equal terms have the same ID as long as the source lives; 0 is never an ID and means
/// "unbound" in rows. A source is used by one thread at a time.
package protocol QuerySource: AnyObject {
  /// The ID of a term that a plan names, for as long as the source lives.
  ///
  /// A term that no statement contains gets an ID of its own.
  func termID(of term: Term) throws -> Int64

  /// The ID of a term that an execution has computed.
  ///
  /// - Returns: `isNew` when the term got its ID just now. The caller releases such an ID at its end
  ///   (``release(_:)``); no other term gets it afterwards. Executions over one source end in the reverse of the
  ///   order in which they begin, so an ID outlives all that use it.
  func termID(ofComputed term: Term) throws -> (id: Int64, isNew: Bool)

  /// Forgets computed terms, except those that ``termID(of:)`` has returned an ID for.
  func release(_ ids: [Int64])

  /// - Throws: An error of the source when the ID is not one of its own.
  func term(_ id: Int64) throws -> Term

  /// Reads terms that are about to be asked for with ``term(_:)`` together. 0 is allowed and ignored.
  func prefetchTerms(_ ids: [Int64]) throws

  /// What the users of the source keep with it.
  var attachments: SourceAttachments { get }

  /// Asked now and then while the source works on a row; `false` ends the work with an error. `nil` for work
  /// without limits.
  var mayContinue: (() -> Bool)? { get set }

  /// The same data with other graphs as the default graph and the named graphs. IDs and attachments are shared.
  func restricted(to dataset: DatasetClause) -> any QuerySource

  /// The IDs of the named graphs, in no particular order; empty when there are none.
  func namedGraphs() throws -> [Int64]

  /// Prepares a part of a query that the source can answer by itself.
  ///
  /// - Parameters:
  ///   - graph: The graph that patterns are matched against.
  ///   - bindings: Variables whose values may be given when the part is opened; every solution binds them.
  /// - Returns: `nil` for a part that the caller has to evaluate. Paths and basic graph patterns of one triple
  ///   pattern are always prepared.
  func prepared(
    _ algebra: Algebra, graph: ActiveGraph, bindings: [Variable]
  ) throws -> (any PreparedPart)?

  /// Starts reading the solutions of a part, which may be open several times at once.
  ///
  /// - Parameters:
  ///   - part: A part that this source has prepared.
  ///   - bindings: Distinct rows of values of the variables that the part was prepared for. All solutions that
  ///     agree with one of them are returned, and possibly others; all solutions for `nil`.
  /// - Throws: An error of the source, also when it has not prepared the part.
  func open(_ part: any PreparedPart, bindings: [[Int64]]?) throws -> any SolutionCursor
}

/// The graph that a pattern is matched against.
package enum ActiveGraph: Hashable, Sendable {
  case `default`
  /// A named graph by its ID.
  case named(Int64)
}

/// How a source answers a part of a query.
package protocol PreparedPart: Sendable {
  /// The columns of the rows.
  var variables: [Variable] { get }

  /// Filter conditions of the part that the caller still has to test on the rows.
  var residualConditions: [Expression] { get }

  /// For people: the SQL of a database, for instance.
  var explanation: String { get }

  /// An estimate of the number of rows without bindings.
  var estimatedRows: Double { get }
}

/// Solutions as they are found.
package protocol SolutionCursor: AnyObject {
  /// The next solutions.
  ///
  /// - Returns: Between one row and `count` rows; `nil` at the end.
  func next(_ count: Int) throws -> RowBatch?
}
