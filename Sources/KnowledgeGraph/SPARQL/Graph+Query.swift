internal import KGModel
public import KGQuery
internal import KGSPARQL
internal import KGStore

extension Graph {
  /// Runs a SPARQL query; the prefixes of the vocabulary are declared.
  ///
  ///     let result = try graph.query("SELECT ?name { ?p a schema:Person ; schema:name ?name }")
  ///     if case .solutions(let table) = result { for row in table.rows { … } }
  ///
  /// - Throws: ``SPARQLSyntaxError`` at its place in the text, ``QueryError`` when it takes more than the
  ///   limits allow, or ``StoreError``.
  public func query(_ sparql: String, limits: QueryLimits = QueryLimits()) throws -> QueryResult {
    try prepared(sparql, Self.parse) { try $0.result(limits: limits) }
  }

  /// The rows of a SELECT.
  ///
  ///     for row in try graph.rows("SELECT ?name ?year { … }") {
  ///       print(try row.value("name", as: String.self), row["year"])
  ///     }
  ///
  /// - Returns: The solutions in order; empty when nothing matches.
  /// - Throws: as ``query(_:limits:)``, and ``SolutionError/notRows`` for other queries.
  public func rows(_ sparql: String, limits: QueryLimits = QueryLimits()) throws -> [Solution] {
    guard case .solutions(let table) = try query(sparql, limits: limits) else {
      throw SolutionError.notRows
    }
    return table.solutions
  }

  /// The rows of a SELECT as values of a type whose properties are named as the variables; see
  /// ``Solution/decoded(as:)``.
  ///
  ///     struct Coauthor: Decodable { let name: String; let papers: Int }
  ///     let all = try graph.rows("SELECT ?name ?papers { … }", as: Coauthor.self)
  ///
  /// - Throws: as ``rows(_:limits:)``, and `DecodingError`.
  public func rows<Value: Decodable>(
    _ sparql: String, as type: Value.Type, limits: QueryLimits = QueryLimits()
  ) throws -> [Value] {
    try rows(sparql, limits: limits).map { try $0.decoded(as: type) }
  }

  /// Runs a SPARQL query and gives the result to a consumer row by row, as it is found. The consumer may query the
  /// graph itself.
  ///
  /// - Parameter isCancelled: Called often, on the thread of the call; `true` ends the query with
  ///   ``QueryError/cancelled``.
  /// - Throws: ``QueryError``, ``StoreError``, and what the consumer throws.
  public func query(
    _ query: SPARQLQuery, limits: QueryLimits = QueryLimits(),
    into consumer: inout some ResultConsumer, isCancelled: @escaping () -> Bool = { false }
  ) throws {
    try prepared(query.text, { _ in query.query }) {
      try $0.run(&consumer, limits: limits, isCancelled: isCancelled)
    }
  }

  /// How a query is carried out, for people who tune it: steps with the SQL in them.
  ///
  /// - Parameter isMeasuring: Runs the query, and reports the rows and the time of each step.
  public func explain(
    _ sparql: String, isMeasuring: Bool = false, limits: QueryLimits = QueryLimits()
  ) throws -> String {
    let query = try Self.parse(sparql)
    return try store.withQuerySource { source in
      let prepared = try PreparedQuery(query, source: source)
      guard isMeasuring else { return prepared.plan.explanation() }
      let measurements = PlanMeasurements()
      _ = try prepared.result(limits: limits, measurements: measurements)
      return prepared.plan.explanation(measurements)
    }
  }

  /// Parses and plans a query without the cache of plans, for measurements.
  package func plan(_ sparql: String) throws {
    try store.withQuerySource { _ = try PreparedQuery(Self.parse(sparql), source: $0) }
  }

  /// Calls `body` with the plan of a query; that of a query that came before is kept.
  private func prepared<Value>(
    _ sparql: String, _ parse: (String) throws -> Query, _ body: (PreparedQuery) throws -> Value
  ) throws -> Value {
    try Self.logged("query", { _ in "done" }) {
      try store.withQuerySource { source in
        try body(PreparedQuery(named: sparql, source: source, parse: parse))
      }
    }
  }

  private static func parse(_ sparql: String) throws -> Query { try SPARQLQuery(sparql).query }
}
