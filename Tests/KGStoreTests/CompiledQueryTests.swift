import KGModel
import KGQuery
import KGSPARQL
import KGStore
import Testing
import TestSupport

/// A query in SQL gives what the plain evaluator gives over the same triples.
@Suite struct CompiledQueryTests {
  @Test("random queries over random graphs have the solutions of the oracle", arguments: 0..<40)
  func agreesWithOracle(seed: UInt64) throws {
    var random = SeededRandom(seed)
    let graph = RandomGraph(&random)
    let store = try GraphStore.inMemory()
    try store.add(graph.triples)
    for _ in 0..<30 {
      let text = graph.query(&random)
      let query = try SPARQLParser(prefixes: [("", "http://e/")]).parse(text)
      let compiled = try Evaluator(source: store).evaluate(query)
      let plain = try Evaluator(source: OracleSource(TripleSet(graph.triples))).evaluate(query)
      #expect(compiled.asBag == plain.asBag, "\(text)")
    }
  }

  @Test(
    "whole questions are one statement",
    arguments: [
      "SELECT ?c (COUNT(DISTINCT ?w) AS ?n) { ?w :author :a , ?c . FILTER (?c != :a) } GROUP BY ?c",
      "SELECT ?p (MIN(STR(?n)) AS ?name) { ?p :knows :a OPTIONAL { ?p :name ?n } } GROUP BY ?p",
      "SELECT DISTINCT ?p { { ?p :knows :a } UNION { ?p :knows :b } } LIMIT 3",
      "SELECT ?p { ?p :knows+ :a . ?p :knows* ?q FILTER EXISTS { ?q :knows :b } }",
    ])
  func compilesWhole(text: String) throws {
    let store = try GraphStore.inMemory()
    try store.add(RandomGraph.everyTerm)
    let query = try SPARQLParser(prefixes: [("", "http://e/")]).parse(text)
    let sql = try store.explain(query.algebra)
    #expect(sql.split(separator: ";").count == 1)
    #expect(sql.hasPrefix("SELECT"))
  }

  @Test("values of a query are arguments, not text of the statement")
  func valuesAreArguments() throws {
    let store = try GraphStore.inMemory()
    try store.add(RandomGraph.everyTerm)
    let query = try SPARQLParser(prefixes: [("", "http://e/")])
      .parse("SELECT ?s { ?s :name ?n FILTER (STR(?n) = \"x' OR 1=1 --\") }")
    #expect(try store.solutions(of: query.algebra)?.rows == [])
  }
}

extension QueryResult {
  /// Rows as often as they come, in no order.
  fileprivate var asBag: [[Term?]: Int] {
    switch self {
    case .boolean(let value): [[.boolean(value)]: 1]
    case .solutions(let table): table.rows.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
  }
}
