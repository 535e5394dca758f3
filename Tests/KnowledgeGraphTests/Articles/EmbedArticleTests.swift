import KnowledgeGraph
import Testing

// snippet
struct Coauthor: Decodable {
  let name: String
  let papers: Int
}
// end snippet

@Suite("The article about embedding")
struct EmbedArticleTests {
  @Test("Rows are values, queries have limits, tasks share the graph, and it is written out")
  func article() async throws {
    let graph = try Profiles.quill()

    // snippet
    let coauthors = try graph.rows(
      """
      SELECT ?name (COUNT(DISTINCT ?work) AS ?papers) {
        ?person schema:name "Ada Quill" . ?work schema:author ?person, ?other .
        ?other schema:name ?name FILTER(?other != ?person)
      } GROUP BY ?name ORDER BY DESC(?papers) ?name
      """, as: Coauthor.self)
    // end snippet
    #expect(coauthors.map(\.name) == ["Bo Qian"])
    #expect(coauthors.map(\.papers) == [1])

    // snippet
    let limits = QueryLimits(timeout: 5, maximumRows: 1_000)
    let everything = try graph.query("SELECT * { ?s ?p ?o } ORDER BY ?s", limits: limits)
    // end snippet
    #expect(!everything.isEmpty)

    // snippet
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for name in ["Ada Quill", "Bo Qian"] {
        group.addTask { try graph.ask("papers of \(name)").table.rows.count }
      }
      return try await group.reduce(0, +)
    }
    // end snippet
    #expect(counts == 2)

    // snippet
    var turtle: [UInt8] = []
    try graph.write(.turtle) { turtle += $0 }
    let drawing = try graph.picture(around: "Ada Quill", depth: 1, format: .dot)
    // end snippet
    #expect(String(decoding: turtle, as: UTF8.self).contains("\"Ada Quill\""))
    #expect(String(decoding: drawing, as: UTF8.self).contains("Bo Qian"))

    // snippet
    try graph.close()
    // end snippet
    #expect(throws: (any Error).self) { try graph.ask("papers of Ada Quill") }
  }
}
