import KnowledgeGraph
import Testing

/// Each file of `queries/` on the sample profiles: in SQL, and by the plain evaluator over all triples.
@Suite("The questions on the sample profiles")
struct QuestionFileTests {
  private static let graph = Result { try Profiles.graph(of: Profiles.samples) }

  private static let values = [
    "person": "Fengwei Yu", "other": "Ruihao Gong", "organization": "SenseTime",
    "whole": "Alibaba", "venue": "ICCV", "year": "2021", "text": "Fen",
    "paper": "BRECQ: Pushing the Limit of Post-Training Quantization by Block Reconstruction",
  ]

  @Test(
    "give the rows of the oracle", arguments: try QuestionLibrary.builtIn().questions.map(\.name))
  func agreesWithOracle(name: String) throws {
    let graph = try Self.graph.get()
    let question = try #require(try QuestionLibrary.builtIn().questions.first { $0.name == name })
    var terms: [String: String] = [:]
    for parameter in question.parameters {
      let value = try #require(Self.values[parameter])
      let kind = try #require(Question.ParameterKind(name: parameter))
      terms[parameter] =
        kind == .year || kind == .text
        ? "\"\(value)\"" : "<\(try #require(try graph.find(value, kind).node.iri).value)>"
    }
    let text = question.sparql(with: terms)
    let query = try SPARQLParser(prefixes: standardPrefixes).parse(text)
    let answer = try graph.query(text)
    let oracle = PlainEvaluator(
      try graph.store.triples(subject: nil, predicate: nil, object: nil).map { Quad($0) })
    let expected = try oracle.solutions(of: query)
    switch answer {
    case .boolean(let value): #expect(value != expected.isEmpty)
    case .solutions(let table):
      #expect(table.rows == expected.map { solution in query.variables.map { solution[$0] } })
    case .graph: Issue.record("a question gives rows, or yes or no")
    }
    // What these profiles say is known: only these questions have nothing to find in them.
    let unanswered = [
      "advisers", "advisers-at", "projects", "part-of", "alumni", "coauthors-at-since",
      "second-coauthors",
    ]
    #expect(answer.isEmpty == unanswered.contains(name))
  }
}
