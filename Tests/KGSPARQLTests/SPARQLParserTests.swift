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

  @Test("A filter of a group applies to the whole group, wherever it is written")
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
      case .project(.extend(.group(_, let keys, let aggregates), let assignments), _) = query
        .algebra
    else {
      Issue.record("no group: \(query.algebra)")
      return
    }
    #expect(keys == [Variable("a")])
    #expect(
      aggregates.map(\.aggregate) == [Aggregate(.count, .variable(Variable("b")), distinct: true)])
    #expect(assignments.map(\.variable) == [Variable("n")])
  }

  @Test("Only the keyword 'a' has a case")
  func keywords() throws {
    #expect(try parse("select ?a where { ?a a ex:T }") == parse("SELECT ?a WHERE { ?a a ex:T }"))
    #expect(throws: SPARQLSyntaxError.self) { try parse("SELECT ?a { ?a A ex:T }") }
  }

  @Test(
    "An error has a position and states what to do",
    arguments: [
      ("SELECT ?x (2 AS ?x) {}", 1, 17, "?x is selected already: AS needs a new variable"),
      (
        "SELECT ?s { ?s ?p ?o } GROUP BY (?o AS ?s)", 1, 40,
        "?s is bound already: give the key another name"
      ),
      ("SELECT ?a {\n  ?a exx:p ?b }", 2, 6, "prefix 'exx' is not declared"),
      ("SELECT ?a { ?a ex:p ?b", 1, 23, "found the end, expected '.', '}'"),
      ("SELECT ?a ?b { ?a ex:p ?b } GROUP BY ?a", 1, 11, "neither grouped nor an aggregate"),
      ("INSERT DATA { ex:a ex:p ex:b }", 1, 1, "updates are refused"),
      ("SELECT ?a { FILTER (SUBSTR(?a)) }", 1, 21, "SUBSTR takes 2 to 3 arguments, not 1"),
      ("SELECT ?a { ?a ex:p 'x }", 1, 21, "string"),
      ("", 1, 1, "found the end, expected SELECT, ASK, CONSTRUCT or DESCRIBE"),
      ("SELECT ?a { ?a ex:p ?b ?c ex:p ?d }", 1, 24, "expected '.', '}' or another pattern"),
      ("SELECT ?a { ?a ex:p _:x OPTIONAL { _:x ex:p ?b } }", 1, 36, "occurs in another group"),
      ("SELECT * { ?a ex:p ?b BIND (1 AS ?b) }", 1, 34, "?b is bound already"),
      ("SELECT (1 AS ?a) { ?a ex:p ?b }", 1, 14, "?a is bound already"),
      ("SELECT * { ?a ex:p ?b FILTER (COUNT(?a) > 1) }", 1, 31, "COUNT is allowed in SELECT"),
      (
        "SELECT (SUM(COUNT(?a)) AS ?n) { ?a ex:p ?b }", 1, 13,
        "cannot be nested in another aggregate"
      ),
      ("SELECT * { ?a ex:p ?b } GROUP BY ?a", 1, 36, "SELECT * cannot be grouped"),
      ("SELECT * { VALUES (?a ?b) { (1) } }", 1, 29, "1 values for 2 variables"),
      ("SELECT * { ?a ex:p '\\u12' }", 1, 21, "is not a character"),
      ("ASK { ?a ex:p ?b } LIMIT x", 1, 26, "expected a number"),
      ("CONSTRUCT { ?a ex:p* ?b } WHERE { ?a ex:p ?b }", 1, 20, "expected a term"),
    ])
  func errors(text: String, line: Int, column: Int, message: String) throws {
    let error = try #require(throws: SPARQLSyntaxError.self) { try parse(text) }
    #expect(error.line == line)
    #expect(error.column == column)
    #expect(error.message.contains(message))
  }

  @Test(
    "A near word is suggested",
    arguments: [
      ("SELECT ?a { FILTER (STRSTART(?a, 'x')) }", "did you mean STRSTARTS?"),
      ("PREFIX foaf: <http://f/> SELECT ?a { ?a foa:p ?b }", "did you mean 'foaf'?"),
      ("SELECT ?a { ?a foaf:name ?b }", "add PREFIX foaf: <http://xmlns.com/foaf/0.1/>"),
      ("DELETE WHERE { ?a ?b ?c }", "use 'kg ingest' and 'kg forget'"),
    ])
  func suggestions(text: String, suggestion: String) throws {
    let error = try #require(throws: SPARQLSyntaxError.self) { try parse(text) }
    #expect(error.suggestion?.contains(suggestion) == true)
  }

  @Test("IRIs are resolved against the base, and escapes are replaced before the text is parsed")
  func names() throws {
    let named = try parse("BASE <http://b/x/> SELECT * { <../y#z> <p> <http://\\u0061/> }")
    #expect(
      named.algebra
        == .project(
          .basic([
            TriplePattern(
              .term(.iri("http://b/y#z")), .term(.iri("http://b/x/p")), .term(.iri("http://a/")))
          ]), []))
    #expect(try parse("SELECT ?\\u0061 { ?a ex:p ?b }") == parse("SELECT ?a { ?a ex:p ?b }"))
    let escaped = try parse("SELECT * { ?a ex:p\\.x ?b. }")
    #expect(
      escaped.algebra.children.first
        == .basic([
          TriplePattern(a, .term(.iri("http://e/p.x")), b)
        ]))
  }

  @Test("A filter in a group of its own inside OPTIONAL stays there")
  func nestedOptionalFilter() throws {
    let query = try parse("SELECT * { ?a ex:p ?b OPTIONAL { { ?b ex:p ?a FILTER (?a != ?b) } } }")
    guard case .project(.leftJoin(_, .filter, nil), _) = query.algebra else {
      Issue.record("the filter has moved: \(query.algebra)")
      return
    }
  }

  @Test("Long chains are flat", arguments: ["||", "&&", "+", "*"])
  func longChains(sign: String) throws {
    let chain = repeatElement("1", count: 100_000).joined(separator: " \(sign) ")
    _ = try parse("SELECT * { FILTER (\(chain)) }")
  }

  @Test("As many unions as there are, but no more than some hundred OPTIONALs")
  func manyParts() throws {
    let union = repeatElement("{ ?a ex:p ?b }", count: 20_000).joined(separator: " UNION ")
    _ = try parse("SELECT * { \(union) }")
    _ = try parse("SELECT * { \(repeatElement("{ ?a ex:p ?b }", count: 20_000).joined()) }")
    let optional = repeatElement("OPTIONAL { ?a ex:p ?b }", count: 20_000).joined()
    #expect(throws: SPARQLSyntaxError.self) { try parse("SELECT * { \(optional) }") }
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
