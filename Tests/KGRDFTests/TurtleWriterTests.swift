import KGModel
import KGRDF
import Testing

@Suite("Writing Turtle and TriG")
struct TurtleWriterTests {
  private func written(_ quads: [Quad], _ format: RDFFormat) -> String {
    var writer = TurtleWriter(format)
    var output: [UInt8] = []
    writer.begin(to: &output)
    for quad in quads { writer.write(quad, to: &output) }
    writer.finish(to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// The document without the prefix declarations.
  private func body(_ quads: [Quad], _ format: RDFFormat = .turtle) -> Substring {
    written(quads, format).dropFirst(written([], format).count)
  }

  private let ada = Term.iri("https://kg.example/person/ada")

  private var card: [Quad] {
    [
      Quad(Triple(ada, RDF.type, .iri(Schema.person))),
      Quad(Triple(ada, Schema.name, .string("Ada \"Countess\" Lovelace"))),
      Quad(Triple(ada, Schema.name, .literal(Literal("Ада", languageTag: "ru")))),
      Quad(Triple(ada, KG.rank, .integer(1))),
      Quad(Triple(.blankNode(BlankNode("m")), Org.member, ada)),
    ]
  }

  @Test("A small graph as Turtle")
  func turtle() {
    #expect(
      written(card, .turtle) == """
        @prefix schema: <https://schema.org/> .
        @prefix org: <http://www.w3.org/ns/org#> .
        @prefix bibo: <http://purl.org/ontology/bibo/> .
        @prefix kg: <https://kg.example/ns#> .
        @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix owl: <http://www.w3.org/2002/07/owl#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix prov: <http://www.w3.org/ns/prov#> .

        <https://kg.example/person/ada> a schema:Person ;
          schema:name "Ada \\"Countess\\" Lovelace",
            "Ада"@ru ;
          kg:rank 1 .

        _:m org:member <https://kg.example/person/ada> .

        """)
  }

  @Test("A small dataset as TriG")
  func trig() {
    let source = Term.iri("https://kg.example/source/1")
    let quads = card.prefix(1) + card.map { Quad($0.triple, graph: source) }
    #expect(
      body(Array(quads), .trig) == """

        <https://kg.example/person/ada> a schema:Person .

        <https://kg.example/source/1> {
          <https://kg.example/person/ada> a schema:Person ;
            schema:name "Ada \\"Countess\\" Lovelace",
              "Ада"@ru ;
            kg:rank 1 .

          _:m org:member <https://kg.example/person/ada> .
        }

        """)
  }

  @Test("Turtle ignores graphs, so that triples of one subject stay together")
  func turtleWithoutGraphs() {
    let named = card.map { Quad($0.triple, graph: ada) }
    #expect(body(named) == body(card))
  }

  @Test(
    "An IRI is written with a prefix where its local part needs no escapes",
    arguments: [
      ("https://schema.org/name", "schema:name"), ("https://schema.org/", "schema:"),
      ("https://schema.org/a.b", "schema:a.b"), ("https://schema.org/1-:", "schema:1-:"),
      ("https://schema.org/%41", "schema:%41"), ("https://schema.org/名", "schema:名"),
      ("https://schema.org/a.", "<https://schema.org/a.>"),
      ("https://schema.org/-a", "<https://schema.org/-a>"),
      ("https://schema.org/.", "<https://schema.org/.>"),
      ("https://schema.org/a/b", "<https://schema.org/a/b>"),
      ("https://schema.org/%4", "<https://schema.org/%4>"),
      ("https://schema.org/\u{301}", "<https://schema.org/\u{301}>"),
      ("http://www.w3.org/ns/organ", "<http://www.w3.org/ns/organ>"),
    ])
  func names(_ iri: String, _ expected: String) {
    let quad = Quad(Triple(.iri(iri), IRI(iri), .iri(iri)))
    #expect(body([quad]) == "\n\(expected) \(expected) \(expected) .\n")
  }

  @Test(
    "Numbers and booleans are unquoted where they parse to the same literal",
    arguments: [
      ("1", "integer", "1"), ("+01", "integer", "+01"), ("1.0", "integer", #""1.0"^^xsd:integer"#),
      ("", "integer", #"""^^xsd:integer"#), ("-", "integer", #""-"^^xsd:integer"#),
      ("١", "integer", #""١"^^xsd:integer"#), (" 1", "integer", #"" 1"^^xsd:integer"#),
      ("1.5", "decimal", "1.5"), (".5", "decimal", ".5"), ("1.", "decimal", #""1."^^xsd:decimal"#),
      ("1", "decimal", #""1"^^xsd:decimal"#), (".", "decimal", #"".""# + "^^xsd:decimal"),
      ("1e0", "double", "1e0"), ("1.E+0", "double", "1.E+0"), (".5e-1", "double", ".5e-1"),
      ("INF", "double", #""INF"^^xsd:double"#), ("1.5", "double", #""1.5"^^xsd:double"#),
      (".e1", "double", #"".e1"^^xsd:double"#), ("1e", "double", #""1e"^^xsd:double"#),
      ("true", "boolean", "true"), ("1", "boolean", #""1"^^xsd:boolean"#),
      ("true", "string", #""true""#), ("2017", "gYear", #""2017"^^xsd:gYear"#),
    ])
  func shortForms(_ lexicalForm: String, _ datatype: String, _ expected: String) throws {
    let literal = Literal(lexicalForm, datatype: IRI(XSD.namespace + datatype))
    let quad = Quad(Triple(ada, Schema.name, .literal(literal)))
    #expect(body([quad]) == "\n<https://kg.example/person/ada> schema:name \(expected) .\n")
    #expect(try quads(written([quad], .turtle)) == [quad])
  }

  @Test("Control characters are escaped, other characters are not")
  func controls() {
    let quad = Quad(
      Triple(ada, Schema.name, .string("\u{0}\t\u{8}\u{B}\u{C}\r\n\\\"'\u{7F}é\u{301}😀")))
    #expect(
      body([quad]).contains(#""\u0000\t\b\u000B\f\r\n\\\"'\u007Fé\#u{301}😀""#), "\(body([quad]))")
  }
}
