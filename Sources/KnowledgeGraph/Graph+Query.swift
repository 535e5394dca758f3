internal import KGModel
public import KGQuery
public import KGSPARQL
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
    try prepared(sparql) { try $0.result(limits: limits) }
  }

  /// Runs a SPARQL query and hands its result over piece by piece, as it is found. The consumer must not
  /// ask the graph itself: it is called while the graph is being read.
  ///
  /// - Parameter isCancelled: Asked often, from the thread of the call; `true` ends the query with
  ///   ``QueryError/cancelled``.
  /// - Throws: as ``query(_:limits:)``, and what the consumer throws.
  public func query(
    _ sparql: String, limits: QueryLimits = QueryLimits(), into consumer: inout some ResultConsumer,
    isCancelled: @escaping () -> Bool = { false }
  ) throws {
    try prepared(sparql) { try $0.run(&consumer, limits: limits, isCancelled: isCancelled) }
  }

  /// Which form a query has, once it is known to be one.
  ///
  /// - Throws: ``SPARQLSyntaxError`` at its place in the text.
  public static func form(of sparql: String) throws(SPARQLSyntaxError) -> Query.Form {
    try parse(sparql).form
  }

  /// How a query is carried out, for people who tune it: steps with the SQL in them.
  ///
  /// - Parameter isMeasuring: Runs the query and tells the rows and the time of each step.
  public func explain(
    _ sparql: String, isMeasuring: Bool = false, limits: QueryLimits = QueryLimits()
  ) throws -> String {
    let query = try Self.parse(sparql)
    return try store.withQuerySource { source in
      let prepared = try PreparedQuery(query, source: source, isMeasuring: isMeasuring)
      if isMeasuring { _ = try prepared.result(limits: limits) }
      return prepared.explanation
    }
  }

  /// Hands over a query that is ready to run; one that came before is ready at once.
  private func prepared<Value>(
    _ sparql: String, _ body: (PreparedQuery) throws -> Value
  ) throws -> Value {
    try Self.logged("query", { _ in "done" }) {
      try store.withQuerySource { source in
        try body(PreparedQuery.named(sparql, source: source, parse: Self.parse))
      }
    }
  }

  private static func parse(_ sparql: String) throws(SPARQLSyntaxError) -> Query {
    try SPARQLParser(prefixes: standardPrefixes).parse(sparql)
  }
}
