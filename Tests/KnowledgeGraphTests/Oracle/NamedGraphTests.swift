import KGModel
import KGSPARQL
import KnowledgeGraph
import TestSupport
import Testing

/// SPARQL 1.1 Query Language, section 18.6: `GRAPH ?g { … }` evaluates its group with each named graph as the
/// active one and without a value for `?g`, which is joined to the solutions afterwards.
///
/// Expected rows are derived from the definitions by hand; the engine and the plain evaluator both have to
/// give them.
@Suite("The variable of GRAPH inside its own group")
struct NamedGraphTests {
  /// Graph `:g` has `:s :p :g` and `:s :q :h`; graph `:h` has `:s :p :x`; `:s :r :g` is in the default graph.
  private static let quads: [Quad] = [
    quad("s", "p", "g", in: "g"), quad("s", "q", "h", in: "g"), quad("s", "p", "x", in: "h"),
    quad("s", "r", "g", in: nil),
  ]

  private static func quad(
    _ subject: String, _ predicate: String, _ object: String, in graph: String?
  ) -> Quad {
    Quad(
      Triple(.iri("http://e/" + subject), IRI("http://e/" + predicate), .iri("http://e/" + object)),
      graph: graph.map { .iri("http://e/" + $0) })
  }

  private func short(_ term: Term?) -> String {
    term?.iri.map { String($0.value.dropFirst(9)) } ?? "-"
  }

  @Test(
    "It has no value there",
    arguments: [
      // OPTIONAL binds ?g to an object: the row is lost where that is not the graph's name.
      ("?g ?o", "GRAPH ?g { ?s :p ?o OPTIONAL { ?s :p ?g } }", ["g g"]),
      ("?g ?o", "GRAPH ?g { ?s :p ?o OPTIONAL { ?s :q ?g } }", ["h x"]),
      ("?g ?o", "GRAPH ?g { ?s :p ?o OPTIONAL { ?s :r ?g } }", ["g g", "h x"]),
      ("?g ?o", "GRAPH ?g { ?s :p ?o OPTIONAL { ?s :p ?z FILTER (?g = :g) } }", ["g g", "h x"]),
      ("?g ?z", "GRAPH ?g { ?s :p ?o OPTIONAL { ?s :p ?z FILTER (BOUND(?g)) } }", ["g -", "h -"]),
      ("?g ?o", "GRAPH ?g { ?s :p ?g OPTIONAL { ?s :q ?o } }", ["g h"]),
      // MINUS: without ?g on its left side it takes away by ?s alone.
      ("?g ?o", "GRAPH ?g { ?s :p ?o MINUS { ?s :q ?g } }", ["h x"]),
      ("?g ?o", "GRAPH ?g { ?s :p ?o MINUS { ?g :q ?z } }", ["g g", "h x"]),
      // EXISTS puts no value in the place of ?g.
      ("?g", "GRAPH ?g { ?s :p ?o FILTER EXISTS { ?s :q ?g } }", ["g"]),
      ("?g", "GRAPH ?g { ?s :p ?o FILTER NOT EXISTS { ?s :q ?g } }", ["h"]),
      ("?g", "GRAPH ?g { ?s :p ?o FILTER (?g = :g) }", []),
      ("?g", "GRAPH ?g { ?s :p ?o FILTER (!BOUND(?g)) }", ["g", "h"]),
      // A sub-select that does not show ?g has another variable of that name.
      ("?g ?s", "GRAPH ?g { SELECT ?s { ?s :p ?g } }", ["g s", "h s"]),
      ("?g ?s", "GRAPH ?g { SELECT ?s ?g { ?s :p ?g } }", ["g s"]),
      ("?g ?n", "GRAPH ?g { SELECT (?g AS ?n) { ?s :p ?o } }", ["g -", "h -"]),
      ("?g ?c", "GRAPH ?g { ?s :p ?o BIND (?g AS ?c) }", ["g -", "h -"]),
      ("?g ?s", "GRAPH ?g { ?s :p ?o BIND (:h AS ?g) }", ["h s"]),
      ("?g ?o", "GRAPH ?g { ?s :p ?o VALUES ?g { :h :none } }", ["h x"]),
      // An inner GRAPH asks all named graphs again.
      ("?g ?h", "GRAPH ?g { ?s :q ?o GRAPH ?h { ?s :p ?z } }", ["g g", "g h"]),
      ("?g ?o", "GRAPH ?g { ?s :p ?o GRAPH ?g { ?s :q ?z } }", ["g g"]),
      ("?g ?o", "GRAPH ?g { ?s :p ?o OPTIONAL { GRAPH ?g { ?s :q ?z } } }", ["g g"]),
      // Paths are of the active graph; an empty one leads from every node of it to itself.
      ("?g", "GRAPH ?g { :s :p+ ?g }", ["g"]), ("?g", "GRAPH ?g { ?g :p* ?g }", ["g"]),
      ("?g ?o", "GRAPH ?g { ?s :p ?o OPTIONAL { ?s (:p|:q) ?g } }", ["g g"]),
      ("?g", "GRAPH ?g { { ?s :p ?g } UNION { ?s :q ?g } }", ["g"]),
    ])
  func ownGroup(variables: String, pattern: String, expected: [String]) throws {
    try check(variables, pattern, expected)
  }

  @Test(
    "Outside of the group it has the graph's name",
    arguments: [
      ("?g ?o", "GRAPH ?g { ?s :p ?o } FILTER (?g = :h)", ["h x"]),
      ("?g ?o", "?s :r ?g GRAPH ?g { ?s :p ?o }", ["g g"]),
      ("?g ?o", "?s :r ?g OPTIONAL { GRAPH ?g { ?s :p ?o } }", ["g g"]),
      ("?g ?o", "GRAPH ?g { ?s :p ?o } OPTIONAL { ?s :r ?g }", ["g g", "h x"]),
      ("?g ?o", "GRAPH ?g { ?s :p ?o } MINUS { ?s :r ?g }", ["h x"]),
      ("?g", "?s :r ?g FILTER EXISTS { GRAPH ?g { ?s :q ?o } }", ["g"]),
      ("?g", "GRAPH ?g { ?s :p ?o } FILTER EXISTS { GRAPH ?g { ?s :q ?z } }", ["g"]),
      ("?g", "GRAPH ?g { ?s :p ?o } FILTER NOT EXISTS { ?s :r ?g }", ["h"]),
      ("?g ?c", "GRAPH ?g { ?s :p ?o } BIND (?g AS ?c)", ["g g", "h h"]),
      ("?g", "GRAPH ?g { }", ["g", "h"]),
      ("?v", "VALUES ?v { 1 2 } FILTER EXISTS { BIND (1 AS ?v) }", ["1"]),
    ])
  func outerGroup(variables: String, pattern: String, expected: [String]) throws {
    try check(variables, pattern, expected)
  }

  private func check(_ variables: String, _ pattern: String, _ expected: [String]) throws {
    let text = "PREFIX : <http://e/> SELECT \(variables) { \(pattern) }"
    let graph = try Graph(quads: Self.quads)
    let found = try graph.rows(text).map { $0.terms.map(cell).joined(separator: " ") }
    #expect(found.sorted() == expected, "\(pattern)")
    let query = try SPARQLParser().parse(text)
    let solutions = try PlainEvaluator(Self.quads).solutions(of: query).map { solution in
      query.variables.map { cell(solution[$0]) }.joined(separator: " ")
    }
    #expect(solutions.sorted() == expected, "\(pattern) in the plain evaluator")
  }

  private func cell(_ term: Term?) -> String { term?.literal?.lexicalForm ?? short(term) }
}
