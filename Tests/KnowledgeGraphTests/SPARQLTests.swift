import Foundation
import KGIngest
import KGModel
import KGQuery
import KGSPARQL
import KnowledgeGraph
import TestSupport
import Testing

/// SPARQL 1.1 over a few triples.
@Suite("SPARQL queries")
struct SPARQLTests {
  /// Ada (1843) and Bo (no year) wrote w1; Bo and Cy wrote w2; Cy has no name.
  private static let data = """
    @prefix : <http://e/> .
    :w1 :author :ada , :bo ; :year 1843 .
    :w2 :author :bo , :cy .
    :ada :name "Ada" ; :part :bo .
    :bo :name "Bo" , "薄" ; :part :cy ; :address [ :city "Paris" ] .
    """
  private let graph: Graph

  init() throws {
    graph = try Graph(inMemory: ())
    let folder = try TemporaryFolder()
    let path = folder.file("data.ttl")
    try Self.data.write(toFile: path, atomically: false, encoding: .utf8)
    for file in try SourceFinder.files(at: path) { _ = try graph.ingest(file) }
  }

  private func text(_ term: Term?) -> String {
    guard let term else { return "-" }
    return term.iri.map { String($0.value.trimmingPrefix("http://e/")) }
      ?? term.literal?.lexicalForm ?? "_"
  }

  /// Rows as the text of their cells, `-` for unbound.
  private func rows(_ query: String) throws -> [String] {
    guard case .solutions(let table) = try graph.query("PREFIX : <http://e/> " + query) else {
      return []
    }
    return table.rows.map { $0.map(text).joined(separator: " ") }
  }

  @Test("OPTIONAL keeps solutions without a match")
  func optional() throws {
    #expect(
      try rows("SELECT ?w ?y { ?w :author :bo OPTIONAL { ?w :year ?y } } ORDER BY ?w") == [
        "w1 1843", "w2 -",
      ])
  }

  @Test("The filter of an OPTIONAL sees both sides, whatever order their patterns are joined in")
  func optionalFilterOverBothSides() throws {
    #expect(
      try rows(
        """
        SELECT ?p ?y ?w { ?p :name "Ada" OPTIONAL {
          ?w :year ?y . ?w :author ?q . ?q :name ?n FILTER(?n = "Bo" && ?p != ?q) } }
        """) == ["ada 1843 w1"])
  }

  @Test("An empty path connects a term of the query to itself, also when VALUES binds it")
  func emptyPathToATerm() throws {
    #expect(try rows("SELECT ?x { VALUES ?x { :nobody } ?x :part* :nobody }") == ["nobody"])
    #expect(try rows("SELECT ?x { VALUES ?x { :nobody } ?x :part* ?y }").isEmpty)
  }

  @Test(
    "Long and deep queries are answered, or refused",
    arguments: [
      "FILTER(" + (0..<3000).map { "?p != :x\($0)" }.joined(separator: " && ") + ")",
      "FILTER(" + (0..<3000).map { "?p = :x\($0)" }.joined(separator: " || ") + " || ?p = :ada)",
      (0..<50).map { "OPTIONAL { ?x\($0) ?y\($0) :nobody }" }.joined(separator: " "),
    ])
  func longQueries(part: String) throws {
    #expect(try rows("SELECT DISTINCT ?p { ?p :name \"Ada\" \(part) }") == ["ada"])
  }

  @Test(
    "A plan that is too deep is refused",
    arguments: ["FILTER EXISTS { ?w :author ?p }", "VALUES ?z { 1 }"])
  func deepPlans(part: String) {
    let query = "SELECT * { ?p :name ?n " + String(repeating: part + " ", count: 20_000) + "}"
    #expect(throws: QueryError.depth(400)) { try rows(query) }
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

  @Test("Groups are counted, also the empty one; MIN and MAX follow the order of terms")
  func groups() throws {
    #expect(
      try rows("SELECT ?p (COUNT(?w) AS ?n) { ?w :author ?p } GROUP BY ?p ORDER BY DESC(?n) ?p")
        == ["bo 2", "ada 1", "cy 1"])
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
      (":cy :part? ?x", ["cy"]), (":nobody :part* ?x", ["nobody"]),
      (":w1 !:author ?x", ["1843"]), (":cy !(:name|^:author) ?x", ["bo"]),
    ])
  func paths(pattern: String, found: [String]) throws {
    #expect(try rows("SELECT ?x { \(pattern) }").sorted() == found.sorted())
  }

  @Test(
    "Functions and casts",
    arguments: [
      ("SUBSTR('薄熙来', 2, 1)", "熙"), ("SUBSTR('abc', 0, 2)", "a"), ("STRLEN('薄熙来')", "3"),
      ("UCASE('ab')", "AB"), ("STRAFTER('a#b', '#')", "b"), ("STRBEFORE('ab', '')", ""),
      ("REPLACE('abc', 'b', 'x')", "axc"), ("REPLACE('abc', '(b)', '[$1]')", "a[b]c"),
      ("REPLACE('abc', 'x*', '-')", "-"), ("REGEX('Ab', '^aB$', 'i')", "true"),
      ("REGEX('a', '[')", "-"), ("1 + 2.5", "3.5"), ("7 / 2", "3.5"), ("6 / 2", "3.0"),
      ("1 + 1e0", "2.0E0"), ("0.1 + 0.2", "0.3"), ("1 / 0", "-"), ("1e0 / 0", "INF"),
      ("9223372036854775807 + 1", "-"), ("-3 + 1 - 1", "-3"), ("2 - -1", "3"),
      ("ROUND(2.5)", "3.0"), ("ROUND(-2.5)", "-2.0"), ("CEIL(-1.5)", "-1.0"),
      ("FLOOR(-1.5)", "-2.0"),
      ("ABS(-7)", "7"), ("IF(1 < 2, 'y', 'n')", "y"), ("COALESCE(?none, 'd')", "d"),
      ("YEAR('2021-05'^^xsd:gYearMonth)", "2021"), ("xsd:integer('12')", "12"),
      ("xsd:integer(-1.9)", "-1"), ("xsd:string(1e0)", "1"), ("xsd:decimal('1e2')", "-"),
      ("xsd:boolean('1')", "true"), ("xsd:date('2021-02-30')", "-"),
      ("SECONDS('2011-01-10T14:45:13.815-05:00'^^xsd:dateTime)", "13.815"),
      ("TIMEZONE('2011-01-10T14:45:13-05:30'^^xsd:dateTime)", "-PT5H30M"),
      ("TZ('2011-01-10T14:45:13Z'^^xsd:dateTime)", "Z"),
      ("'2011-01-10T12:00:00+02:00'^^xsd:dateTime = '2011-01-10T10:00:00Z'^^xsd:dateTime", "true"),
      ("'2011-01-10'^^xsd:date < '2011-01-10Z'^^xsd:date", "-"),
      ("'2011-01-12'^^xsd:date > '2011-01-10Z'^^xsd:date", "true"),
      ("'2020'^^xsd:gYear < '2021'^^xsd:gYear", "true"), ("1 = 1.0", "true"),
      ("'x'^^:t = 'y'^^:t", "-"), ("'x'^^:t = 'x'^^:t", "true"), ("'a' = 1", "false"),
      ("'a'@en = 'a'@EN", "true"), ("3 IN (1, 1/0, 3)", "true"), ("3 NOT IN (1, 1/0)", "-"),
      ("CONTAINS('Fengwei', 'wei')", "true"), ("CONTAINS('a'@en, 'a'@fr)", "-"),
      ("LANG(CONCAT('a'@en, 'b'@en))", "en"), ("LANGMATCHES('zh-Hans', 'ZH')", "true"),
      ("ENCODE_FOR_URI('a 余/')", "a%20%E4%BD%99%2F"), ("STR(IRI('http://e/x'))", "http://e/x"),
      ("MD5('abc')", "900150983cd24fb0d6963f7d28e17f72"),
      ("SHA1('abc')", "a9993e364706816aba3e25717850c26c9cd0d89d"),
      ("ISNUMERIC('x'^^xsd:integer)", "false"),
      ("DATATYPE(1.0)", "http://www.w3.org/2001/XMLSchema#decimal"),
      ("BOUND(?none)", "false"), ("!?none", "-"), ("STRDT('1', xsd:integer) + 1", "2"),
      ("STRLEN(STRUUID())", "36"), ("sameTerm(1, 01)", "false"), ("NOW() = NOW()", "true"),
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

  @Test("CONSTRUCT returns each triple once and leaves out impossible ones")
  func construct() throws {
    let result = try graph.query(
      "PREFIX : <http://e/> CONSTRUCT { ?p :wrote ?w . ?n :of ?p } { ?w :author ?p OPTIONAL { ?p :name ?n } }"
    )
    guard case .graph(let triples) = result else {
      Issue.record("no graph")
      return
    }
    #expect(
      triples.map { text($0.subject) + text($0.object) }.sorted() == [
        "adaw1", "bow1", "bow2", "cyw2",
      ])
  }

  @Test("DESCRIBE returns the statements about a thing and about the blank nodes in them")
  func describe() throws {
    guard case .graph(let triples) = try graph.query("DESCRIBE <http://e/bo>") else {
      Issue.record("no graph")
      return
    }
    #expect(triples.map { text($0.object) }.sorted() == ["Bo", "Paris", "_", "cy", "薄"])
  }

  @Test("A query that takes too long or too much memory is stopped, a long result is cut")
  func limits() throws {
    let product = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"
    #expect(throws: QueryError.timeout(seconds: 0.05)) {
      try graph.query(product, limits: QueryLimits(timeout: 0.05))
    }
    // Also while SQLite looks for the one row of a recursive path.
    let path =
      "SELECT (COUNT(*) AS ?n) { ?a (:author|^:author|:name|^:name)* ?b . ?c ?d ?e . ?f ?g ?h . ?i ?j ?k . ?l ?m ?o . ?r ?s ?t }"
    #expect(throws: QueryError.timeout(seconds: 0.05)) {
      try graph.query("PREFIX : <http://e/> " + path, limits: QueryLimits(timeout: 0.05))
    }
    #expect(throws: QueryError.memory(bytes: 10_000)) {
      try graph.query(
        "SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
        limits: QueryLimits(maximumMemory: 10_000))
    }
    guard case .solutions(let table) = try graph.query(product, limits: QueryLimits(maximumRows: 7))
    else { return }
    #expect(table.rows.count == 7)
  }

  @Test("SERVICE is an error; SERVICE SILENT is one empty solution")
  func service() throws {
    #expect(throws: QueryError.service("<http://e/sparql>")) {
      try rows("SELECT * { SERVICE <http://e/sparql> { ?a ?b ?c } }")
    }
    #expect(
      try rows("SELECT ?w { ?w :year ?y SERVICE SILENT <http://e/sparql> { ?a ?b ?c } }") == ["w1"])
  }

  @Test("Results come one by one")
  func streaming() throws {
    struct FirstRow: Error {}
    struct Taker: ResultConsumer {
      func begin(variables: [Variable]) {}
      func add(_ solution: [Term?]) throws { throw FirstRow() }
      func add(_ triple: Triple) {}
      func finish(_ boolean: Bool) {}
      func finish(isCut: Bool) {}
    }
    // There are some thousand million rows; the first is there at once.
    var taker = Taker()
    #expect(throws: FirstRow.self) {
      try graph.query(
        SPARQLQuery(
          "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r . ?s ?t ?u }"),
        into: &taker)
    }
  }

  @Test("An empty answer says which names the graph does not know, and which are near")
  func unknownNames() throws {
    let query = "PREFIX : <http://e/>\nSELECT * { ?w :auther :ada , :nobody . ?x a :Thing }"
    #expect(
      try graph.unknownMentions(in: query).map(\.description) == [
        "2:15: nothing in this graph is said with :auther; did you mean http://e/author?",
        "2:30: nothing in this graph is said with :nobody",
        "2:45: nothing in this graph is said with :Thing",
      ])
  }

  @Test("A query that came before sees what has changed since")
  func changes() throws {
    let query = "SELECT ?p { :w1 :author ?p }"
    #expect(try rows(query).sorted() == ["ada", "bo"])
    let folder = try TemporaryFolder()
    let path = folder.file("more.ttl")
    try "@prefix : <http://e/> . :w1 :author :dee .".write(
      toFile: path, atomically: false, encoding: .utf8)
    for file in try SourceFinder.files(at: path) { _ = try graph.ingest(file) }
    #expect(try rows(query).sorted() == ["ada", "bo", "dee"])
  }

  @Test("An explanation shows the SQL, and what ran")
  func explanation() throws {
    let query =
      "SELECT ?w { ?w <http://e/author> ?p OPTIONAL { ?w <http://e/year> ?y . ?y ?q ?z } }"
    let plan = try graph.explain(query)
    #expect(plan.contains("SELECT t1.s, t1.o FROM pos AS t1"))
    #expect(plan.contains("optional by ?w"))
    #expect(try graph.explain(query, isMeasuring: true).contains("[4 rows, 1x"))
  }

  @Test("Both forms of schema.org's namespace are one vocabulary, in data and in queries")
  func otherNamespaceOfSchema() throws {
    let graph = try Graph(inMemory: ())
    let data = """
      @prefix s: <http://schema.org/> .
      <urn:ada> a s:Person ; s:name "Ada Quill" .
      <urn:bo> a <https://schema.org/Person> ; <https://schema.org/name> "Bo Foe" .
      <urn:w> a s:ScholarlyArticle ; s:name "Wings" ; s:author <urn:ada>, <urn:bo> .
      """
    let folder = try TemporaryFolder()
    let path = folder.file("schema.ttl")
    try data.write(toFile: path, atomically: false, encoding: .utf8)
    for file in try SourceFinder.files(at: path) { _ = try graph.ingest(file) }
    #expect(try graph.ask("coauthors of Ada Quill").table.rows.count == 1)
    for namespace in ["http://schema.org/", "https://schema.org/"] {
      let query = """
        PREFIX s: <\(namespace)>
        SELECT ?n { ?w ?p ?a . ?a s:name ?n FILTER (?p = s:author) } ORDER BY ?n
        """
      guard case .solutions(let table) = try graph.query(query) else { return }
      #expect(table.rows.map { $0[0]?.literal?.lexicalForm } == ["Ada Quill", "Bo Foe"])
    }
  }
}
