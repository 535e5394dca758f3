import KGModel
import KGQuery
import KGQuerySource
import KGSPARQL
import KGStore
import TestSupport
import Testing

/// A plan has no state: runs that overlap do not disturb each other.
@Suite("Runs of one plan")
struct QueryPlanTests {
  /// Four papers, each with five of six authors; authors 0 and 1 are at `o0`, the others at `o1`.
  private static let triples: [Triple] =
    (0..<4).flatMap { paper in
      (0..<6).filter { $0 != paper }.map { triple("p\(paper)", "author", "a\($0)") }
    } + (0..<6).map { triple("a\($0)", "at", $0 < 2 ? "o0" : "o1") }

  private static func triple(_ subject: String, _ predicate: String, _ object: String) -> Triple {
    Triple(.iri("http://e/" + subject), IRI("http://e/" + predicate), .iri("http://e/" + object))
  }

  private static let pairs =
    "SELECT DISTINCT ?x ?y { ?p :author ?a . ?a :at ?x . ?p :author ?b . ?b :at ?y }"

  private static let queries = [
    pairs, "SELECT ?p (COUNT(?a) AS ?n) { ?p :author ?a } GROUP BY ?p ORDER BY DESC(?n) ?p",
    "SELECT ?a ?b { ?p :author ?a , ?b FILTER (STR(?a) < STR(?b)) }",
    "SELECT ?a ?o { ?p :author ?a OPTIONAL { ?a :at ?o FILTER (?o != :o1) } }",
    "SELECT ?a { ?a :at ?o FILTER NOT EXISTS { ?p :author ?a OPTIONAL { ?p :none ?x } } }",
    "SELECT ?a ?t { ?a :at ?o BIND (CONCAT(STR(?a), 'x') AS ?t) }",
    "SELECT ?a { ?a :at :o1 } ORDER BY DESC(?a) LIMIT 2",
    "SELECT ?a ?z { ?a (^:author/:author)* ?z MINUS { ?z :at :o0 } }",
  ]

  private func query(_ text: String) throws -> Query {
    try SPARQLParser(prefixes: [("", "http://e/")]).parse(text)
  }

  private var small: QueryTuning {
    var tuning = QueryTuning()
    tuning.rowsWorthSplitting = 0
    tuning.joinBatches = 1...2
    tuning.rowsKeptInOrder = 1
    return tuning
  }

  /// Runs the query once more at every row.
  private struct Repeating: ResultConsumer {
    let query: PreparedQuery
    var rows: [[Term?]] = []
    var results: [QueryResult] = []

    mutating func begin(variables: [Variable]) {}
    mutating func add(_ solution: [Term?]) throws {
      rows.append(solution)
      results.append(try query.result())
    }
    mutating func add(_ triple: Triple) {}
    mutating func finish(_ boolean: Bool) {}
    mutating func finish(isCut: Bool) {}
  }

  @Test(
    "A run during another run of the plan has the same result as both alone", arguments: queries)
  func nestedRuns(text: String) throws {
    let store = try GraphStore.inMemory()
    try store.add(Self.triples)
    try store.withQuerySource { source in
      let prepared = try QueryTuning.$current.withValue(small) {
        try PreparedQuery(query(text), source: source)
      }
      let table = try #require(try prepared.result().table)
      var consumer = Repeating(query: prepared)
      try prepared.run(&consumer)
      #expect(consumer.rows == table.rows)
      #expect(consumer.results == table.rows.map { _ in .solutions(table) })
    }
  }

  @Test("The plan of pairs reads the part that occurs twice once in a run")
  func materializedOnce() throws {
    let store = try GraphStore.inMemory()
    try store.add(Self.triples)
    try store.withQuerySource { source in
      let prepared = try QueryTuning.$current.withValue(small) {
        try PreparedQuery(query(Self.pairs), source: source)
      }
      let measurements = PlanMeasurements()
      _ = try prepared.result(measurements: measurements)
      let lines = prepared.plan.explanation(measurements).split(separator: "\n")
      #expect(lines.contains { $0.contains("materialize  [16 rows, 2x") })
      #expect(lines.contains { $0.contains("distinct  [8 rows, 1x") })
    }
  }

  @Test("Threads can run a plan at the same time, each with its own connection", arguments: queries)
  func parallelRuns(text: String) async throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore(path: folder.file("kg.sqlite"), access: .create)
    try store.add(Self.triples)
    let plan = try QueryTuning.$current.withValue(small) {
      try store.withQuerySource { try QueryPlan(query(text), source: $0) }
    }
    let expected = try store.withQuerySource { try PreparedQuery(plan, source: $0).result() }
    try await withThrowingTaskGroup(of: [QueryResult].self) { group in
      for _ in 0..<4 {
        group.addTask {
          try (0..<50).map { _ in
            try store.withQuerySource { try PreparedQuery(plan, source: $0).result() }
          }
        }
      }
      for try await results in group { #expect(results.allSatisfy { $0 == expected }) }
    }
  }
}

extension QueryResult {
  /// The rows of a SELECT; `nil` for other results.
  fileprivate var table: SolutionTable? {
    if case .solutions(let table) = self { table } else { nil }
  }
}
