import KGModel
import KGQuery
import KGSPARQL
import KnowledgeGraph
import TestSupport
import Testing

/// Every pair of kinds of terms as values of a stored graph: conditions that SQL decides, those that are tested
/// afterwards, and the plain evaluator have the outcomes of the recommendation.
@Suite("Comparisons of stored terms")
struct TermComparisonTests {
  private static let property = IRI("http://e/v")
  private let graph: Graph
  private let oracle: PlainEvaluator

  init() throws {
    let quads = TermSample.all.enumerated().map { index, sample in
      Quad(Triple(.iri("http://e/s\(index)"), Self.property, sample.term))
    }
    graph = try Graph(quads: quads)
    oracle = PlainEvaluator(quads)
  }

  /// The texts of the samples for which a condition on `?v` holds, from the engine and from the oracle.
  private func values(_ condition: String) throws -> (engine: [String], oracle: [String]) {
    let text = "SELECT ?v { ?s <\(Self.property.value)> ?v FILTER (\(condition)) }"
    let found = try graph.rows(text).compactMap { $0["v"] }
    let query = try SPARQLParser().parse(text)
    let expected = try oracle.solutions(of: query).compactMap { $0[Variable("v")] }
    return (Self.texts(found), Self.texts(expected))
  }

  private static func texts(_ terms: [Term]) -> [String] {
    TermSample.all.filter { terms.contains($0.term) }.map(\.text)
  }

  @Test(
    "A filter keeps the values for which the comparison with a constant is true",
    arguments: TermSample.all)
  func constants(constant: TermSample) throws {
    let cases: [(condition: String, holds: (TermSample) -> Bool?)] = [
      ("?v = \(constant)", { TermSample.areEqual($0, constant) }),
      ("\(constant) = ?v", { TermSample.areEqual($0, constant) }),
      ("?v != \(constant)", { TermSample.areEqual($0, constant).map { !$0 } }),
      ("?v IN (\(constant))", { TermSample.areEqual($0, constant) }),
      ("?v NOT IN (\(constant))", { TermSample.areEqual($0, constant).map { !$0 } }),
      ("!(?v = \(constant))", { TermSample.areEqual($0, constant).map { !$0 } }),
      ("?v < \(constant)", { TermSample.isLess($0, constant) }),
      ("\(constant) <= ?v", { TermSample.isAtMost(constant, $0) }),
      ("?v > \(constant)", { TermSample.isLess(constant, $0) }),
      ("?v >= \(constant)", { TermSample.isAtMost(constant, $0) }),
      ("sameTerm(?v, \(constant))", { $0.text == constant.text }),
    ]
    for (condition, holds) in cases {
      let expected = TermSample.all.filter { holds($0) == true }.map(\.text)
      let (engine, oracle) = try values(condition)
      #expect(engine == expected, "\(condition)")
      #expect(oracle == expected, "\(condition) in the oracle")
    }
  }

  @Test("A filter over two stored values keeps the pairs for which the comparison is true")
  func pairs() throws {
    let cases: [(condition: String, holds: (TermSample, TermSample) -> Bool?)] = [
      ("?a = ?b", TermSample.areEqual),
      ("?a != ?b", { TermSample.areEqual($0, $1).map { !$0 } }),
      ("?a < ?b", TermSample.isLess), ("?b >= ?a", TermSample.isAtMost),
      ("sameTerm(?a, ?b)", { $0.text == $1.text }),
    ]
    let samples = TermSample.all
    for (condition, holds) in cases {
      let text = """
        SELECT ?a ?b { ?s <http://e/v> ?a . ?t <http://e/v> ?b FILTER (\(condition)) }
        """
      let rows = try Set(graph.rows(text).map(\.terms))
      for left in samples {
        let expected = samples.filter { holds(left, $0) == true }.map(\.text)
        let found = samples.filter { rows.contains([left.term, $0.term]) }.map(\.text)
        #expect(found == expected, "\(condition) for ?a = \(left)")
      }
    }
  }
}
