import KGSPARQL
import Testing

@testable import KGQuery

@Suite("Normalized algebra")
struct AlgebraNormalizerTests {
  private func normalized(_ group: String) throws -> Algebra {
    let query = try SPARQLParser(prefixes: [("", "http://e/")]).parse("ASK { \(group) }")
    return AlgebraNormalizer.normalized(query.algebra)
  }

  @Test(
    "A graph's name moves to the parts of its group where these do not bind it otherwise",
    arguments: [
      ("GRAPH ?g { ?s :p ?o OPTIONAL { ?s :q ?z } }", true),
      ("GRAPH ?g { ?s :p ?g OPTIONAL { ?s :q ?g } }", true),
      ("GRAPH ?g { ?s :p ?o OPTIONAL { ?s :q ?g } }", false),
      ("GRAPH ?g { ?s :p ?o OPTIONAL { ?s :q ?z FILTER (?g = ?z) } }", false),
      ("GRAPH ?g { ?s :p ?o OPTIONAL { ?s :q ?z FILTER EXISTS { ?z :p ?y } } }", false),
    ])
  func graphNames(group: String, moves: Bool) throws {
    if case .leftJoin(.graph, .graph, _) = try normalized(group) {
      #expect(moves)
    } else {
      #expect(!moves)
    }
  }

  @Test("A filter moves to the pattern that binds its variables")
  func filters() throws {
    let expected = try normalized("{ ?a :p ?b FILTER (?b > 1) } OPTIONAL { ?b :q ?c }")
    #expect(try normalized("?a :p ?b OPTIONAL { ?b :q ?c } FILTER (?b > 1)") == expected)
    #expect(try normalized("?a :p ?b OPTIONAL { ?b :q ?c } FILTER (?c > 1)") != expected)
  }

  @Test("The patterns of nested groups become one")
  func patterns() throws {
    #expect(
      try normalized("?a :p ?b { ?b :q ?c { ?c :r ?d } }")
        == normalized("?a :p ?b . ?b :q ?c . ?c :r ?d"))
  }
}
