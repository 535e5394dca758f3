import KGModel
import KGSPARQL
import Testing

@Suite("SPARQL text to algebra")
struct SPARQLParserTests {
  private func parse(_ text: String) throws(SPARQLSyntaxError) -> Query {
    try SPARQLParser(prefixes: [("ex", "http://e/")]).parse(text)
  }

  private let a = PatternTerm.variable(Variable("a"))
  private let b = PatternTerm.variable(Variable("b"))
  private let p = PatternTerm.term(.iri("http://e/p"))

  @Test("Triples of one group become one basic graph pattern")
  func basicGraphPattern() throws {
    let query = try parse("SELECT ?a WHERE { ?a ex:p ?b , 7 ; a ex:T . }")
    let type = PatternTerm.term(.iri(RDF.type))
    #expect(
      query
        == Query(
          form: .select,
          algebra: .project(
            .basic([
              TriplePattern(a, p, b), TriplePattern(a, p, .term(.integer(7))),
              TriplePattern(a, type, .term(.iri("http://e/T"))),
            ]), [Variable("a")]),
          variables: [Variable("a")]))
  }

  @Test("A filter of a group applies to the whole group, wherever it stands")
  func filterScope() throws {
    let first = try parse("SELECT * { FILTER (?b = 1) ?a ex:p ?b }")
    let last = try parse("SELECT * { ?a ex:p ?b FILTER (?b = 1) }")
    #expect(first == last)
  }

  @Test("A filter in OPTIONAL is the condition of the left join")
  func optionalFilter() throws {
    let query = try parse("SELECT * { ?a ex:p ?b OPTIONAL { ?b ex:p ?a FILTER (?a != ?b) } }")
    guard case .project(.leftJoin(_, .basic, let condition), _) = query.algebra else {
      Issue.record("no left join: \(query.algebra)")
      return
    }
    #expect(
      condition == .compare(.variable(Variable("a")), .notEqual, .variable(Variable("b"))))
  }

  @Test("Aggregates become variables of the group")
  func aggregates() throws {
    let query = try parse("SELECT ?a (COUNT(DISTINCT ?b) AS ?n) { ?a ex:p ?b } GROUP BY ?a")
    guard
      case .project(.extend(.group(_, let keys, let aggregates), let alias, _), _) = query.algebra
    else {
      Issue.record("no group: \(query.algebra)")
      return
    }
    #expect(keys == [Variable("a")])
    #expect(
      aggregates.map(\.aggregate) == [Aggregate(.count, .variable(Variable("b")), distinct: true)])
    #expect(alias == Variable("n"))
  }

  @Test("Only the keyword 'a' has a case")
  func keywords() throws {
    #expect(try parse("select ?a where { ?a a ex:T }") == parse("SELECT ?a WHERE { ?a a ex:T }"))
    #expect(throws: SPARQLSyntaxError.self) { try parse("SELECT ?a { ?a A ex:T }") }
  }

  @Test(
    "An error names the place and what to do",
    arguments: [
      ("SELECT ?a {\n  ?a exx:p ?b }", 2, 6, "prefix 'exx' is not declared"),
      ("SELECT ?a { ?a ex:p ?b", 1, 23, "found the end, expected '}'"),
      ("SELECT ?a ?b { ?a ex:p ?b } GROUP BY ?a", 1, 40, "neither grouped nor an aggregate"),
      ("INSERT DATA { ex:a ex:p ex:b }", 1, 1, "updates are refused"),
      ("SELECT ?a { FILTER (SUBSTR(?a)) }", 1, 31, "SUBSTR takes 2 to 3 arguments, not 1"),
      ("SELECT ?a { ?a ex:p 'x }", 1, 21, "string"),
      ("", 1, 1, "found the end, expected SELECT or ASK"),
    ])
  func errors(text: String, line: Int, column: Int, message: String) throws {
    let error = try #require(throws: SPARQLSyntaxError.self) { try parse(text) }
    #expect(error.line == line)
    #expect(error.column == column)
    #expect(error.message.contains(message))
  }

  @Test("Deep nesting is refused, not a crash")
  func depth() {
    for open in ["{", "(", "[ ex:p "] {
      let text = "SELECT * { ?a ex:p " + String(repeating: open, count: 100_000)
      #expect(throws: SPARQLSyntaxError.self) { try parse(text) }
    }
    #expect(throws: SPARQLSyntaxError.self) {
      try parse("SELECT * { FILTER (" + String(repeating: "!", count: 100_000) + "?a) }")
    }
  }
}
