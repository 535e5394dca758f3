import Foundation
import KGIngest
import KGModel
import KGQuery
import KGQuerySource
import KGRDF
import KGSPARQL
import KGStore
import KnowledgeGraph
import TestSupport
import Testing

/// The engine returns what the plain evaluator returns over the same triples.
@Suite("The engine and the oracle")
struct OracleTests {
  /// `KG_ORACLE_SEEDS` asks for more graphs than the usual fifty.
  private static let seedCount =
    ProcessInfo.processInfo.environment["KG_ORACLE_SEEDS"].flatMap { UInt64($0) } ?? 50

  @Test("Random queries over random graphs have the same solutions", arguments: 0..<seedCount)
  func agreement(seed: UInt64) throws {
    var random = SeededRandom(seed)
    let data = RandomGraph(&random)
    let graph = try Graph(quads: data.quads)
    let oracle = PlainEvaluator(data.quads)
    for _ in 0..<50 {
      let text = data.query(&random)
      let query = try SPARQLParser(prefixes: [("", "http://e/")]).parse(text)
      let expected = try oracle.solutions(of: query)
      for tuning in [QueryTuning(), .small] {
        // Plans are kept by the text of their queries.
        let mark = "# \(tuning.rowsWorthSplitting)\nPREFIX : <http://e/>\n"
        let result = try QueryTuning.$current.withValue(tuning) { try graph.query(mark + text) }
        switch result {
        case .boolean(let value): #expect(value != expected.isEmpty, "seed \(seed): \(text)")
        case .solutions(let table):
          let isSame = bag(table) == bag(query.variables, expected)
          #expect(isSame, "seed \(seed): \(text)")
        case .graph: Issue.record("no query makes a graph")
        }
      }
    }
  }

  /// Rows as often as they come, in no order.
  private func bag(_ table: SolutionTable) -> [[Term?]: Int] {
    table.rows.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  private func bag(_ variables: [Variable], _ solutions: [Solution]) -> [[Term?]: Int] {
    solutions.reduce(into: [:]) { bag, solution in
      bag[variables.map { solution[$0] }, default: 0] += 1
    }
  }
}

extension Graph {
  /// A graph in memory of some statements.
  convenience init(quads: some Sequence<Quad>) throws {
    try self.init(inMemory: ())
    let folder = try TemporaryFolder()
    let path = folder.file("data.nq")
    let lines = quads.map { NTriplesWriter.line($0) + "\n" }.sorted().joined()
    try lines.write(toFile: path, atomically: false, encoding: .utf8)
    for file in try SourceFinder.files(at: path) { _ = try ingest(file, format: .nquads) }
  }
}

extension QueryTuning {
  /// As if a dozen triples were many.
  fileprivate static var small: QueryTuning {
    var tuning = QueryTuning()
    tuning.rowsWorthDropping = 0
    tuning.rowsWorthSplitting = 0
    tuning.joinBatches = 1...2
    tuning.rowsKeptInOrder = 1
    return tuning
  }
}
