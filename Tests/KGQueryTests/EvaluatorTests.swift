import KGModel
import KGQuery
import KGSPARQL
import Testing

/// SPARQL 1.1 over a few triples in memory.
@Suite("The evaluator")
struct EvaluatorTests {
  /// Ada (1843) and Bo (no year) wrote w1; Bo and Cy wrote w2; Cy has no name.
  private let triples: TripleSet = {
    func iri(_ name: String) -> Term { .iri("http://e/" + name) }
    func triple(_ s: String, _ p: String, _ o: Term) -> Triple {
      Triple(iri(s), IRI("http://e/" + p), o)
    }
    return TripleSet([
      triple("w1", "author", iri("ada")), triple("w1", "author", iri("bo")),
      triple("w2", "author", iri("bo")), triple("w2", "author", iri("cy")),
      triple("w1", "year", .integer(1843)), triple("ada", "name", .string("Ada")),
      triple("bo", "name", .string("Bo")), triple("bo", "name", .string("薄")),
      triple("ada", "part", iri("bo")), triple("bo", "part", iri("cy")),
    ])
  }()

  /// Rows as the text of their cells, `-` for unbound.
  private func rows(_ text: String) throws -> [String] {
    let query = try SPARQLParser(prefixes: [("", "http://e/")]).parse(text)
    guard case .solutions(let table) = try Evaluator(source: OracleSource(triples)).evaluate(query)
    else { return [] }
    return table.rows.map { row in
      row.map { term in
        guard let term else { return "-" }
        return term.iri.map { String($0.value.dropFirst("http://e/".count)) }
          ?? term.literal?.lexicalForm ?? "_"
      }.joined(separator: " ")
    }
  }

  @Test("OPTIONAL keeps solutions without a match")
  func optional() throws {
    #expect(
      try rows("SELECT ?w ?y { ?w :author :bo OPTIONAL { ?w :year ?y } } ORDER BY ?w") == [
        "w1 1843", "w2 -",
      ])
  }

  @Test("UNION keeps both, MINUS takes away what agrees")
  func unionAndMinus() throws {
    #expect(
      try rows("SELECT ?p { { :w1 :author ?p } UNION { :w2 :author ?p } } ORDER BY ?p") == [
        "ada", "bo", "bo", "cy",
      ])
    #expect(try rows("SELECT ?p { :w1 :author ?p MINUS { :w2 :author ?p } }") == ["ada"])
  }

  @Test("An error in a filter drops the solution; OR takes what is true")
  func filterErrors() throws {
    #expect(
      try rows("SELECT ?w { ?w :author :bo OPTIONAL { ?w :year ?y } FILTER (?y > 1) }") == ["w1"])
    #expect(
      try rows(
        "SELECT ?w { ?w :author :bo OPTIONAL { ?w :year ?y } FILTER (?y > 9999 || ?w = :w2) }")
        == ["w2"])
    #expect(try rows("SELECT ?p { :w2 :author ?p FILTER NOT EXISTS { ?p :name ?n } }") == ["cy"])
  }

  @Test("Groups count, also none; MIN and MAX follow the order of terms")
  func groups() throws {
    #expect(
      try rows("SELECT ?p (COUNT(?w) AS ?n) { ?w :author ?p } GROUP BY ?p ORDER BY DESC(?n) ?p")
        == [
          "bo 2", "ada 1", "cy 1",
        ])
    #expect(try rows("SELECT (COUNT(*) AS ?n) { ?w :author :nobody }") == ["0"])
    #expect(try rows("SELECT (MIN(?n) AS ?a) (MAX(?n) AS ?b) { :bo :name ?n }") == ["Bo 薄"])
    #expect(
      try rows("SELECT ?p { ?w :author ?p } GROUP BY ?p HAVING (COUNT(?w) > 1)") == ["bo"])
  }

  @Test(
    "Property paths",
    arguments: [
      (":ada :part+ ?x", ["bo", "cy"]), (":ada :part* ?x", ["ada", "bo", "cy"]),
      ("?x ^:part :ada", ["bo"]), (":ada :part/:part ?x", ["cy"]),
      (":ada ^:author/:author ?x", ["ada", "bo"]), (":ada :part|:name ?x", ["Ada", "bo"]),
      (":cy :part? ?x", ["cy"]),
    ])
  func paths(pattern: String, found: [String]) throws {
    #expect(try rows("SELECT ?x { \(pattern) }").sorted() == found.sorted())
  }

  @Test(
    "Functions and casts",
    arguments: [
      ("SUBSTR('薄熙来', 2, 1)", "熙"), ("STRLEN('薄熙来')", "3"), ("UCASE('ab')", "AB"),
      ("STRAFTER('a#b', '#')", "b"), ("REPLACE('abc', 'b', 'x')", "axc"), ("1 + 2.5", "3.5"),
      ("7 / 2", "3.5"), ("IF(1 < 2, 'y', 'n')", "y"), ("COALESCE(?none, 'd')", "d"),
      ("YEAR('2021-05'^^<http://www.w3.org/2001/XMLSchema#gYearMonth>)", "2021"),
      ("<http://www.w3.org/2001/XMLSchema#integer>('12')", "12"), ("STR(1 / 0)", "-"),
      ("'a' = 1", "-"), ("CONTAINS('Fengwei', 'wei')", "true"),
    ])
  func functions(expression: String, value: String) throws {
    #expect(try rows("SELECT (\(expression) AS ?v) { }") == [value])
  }

  @Test("An unknown function is an error of the query")
  func unknownFunction() {
    #expect(throws: QueryError.unknownFunction("http://e/f")) {
      try rows("SELECT (:f(1) AS ?v) { }")
    }
  }
}
