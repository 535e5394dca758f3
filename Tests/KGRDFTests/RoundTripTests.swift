import KGModel
import KGRDF
import Testing

/// Statements of every kind of term, hard ones among them.
struct RandomDataset {
  let quads: [Quad]

  init(seed: UInt64, hasGraphs: Bool) {
    var random = SeededRandom(seed)
    let graphs: [Term?] =
      hasGraphs ? [nil, .iri("http://e/g"), .blankNode(BlankNode("g"))] : [nil]
    var quads: Set<Quad> = []
    for _ in 0..<Int.random(in: 0...30, using: &random) {
      let triple = Triple(
        Self.node(&random), Self.iri(&random), Self.term(&random))
      quads.insert(Quad(triple, graph: graphs.randomElement(using: &random) ?? nil))
    }
    // Grouped, as the writer of Turtle wants it.
    self.quads = quads.map {
      (NTriplesWriter.text($0.graph ?? .string("")), NTriplesWriter.line($0), $0)
    }
    .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  private static let pieces = [
    "", "a", "é", "e\u{301}", "余", "\"", "\\", "\n", "\r", "\t", "\u{0}", "\u{1F600}", "'", ".",
    "-", "1", "%", ":", "@", "\u{7F}", "\u{FFFD}", "true", " ",
  ]

  private static func text(_ random: inout SeededRandom) -> String {
    (0..<Int.random(in: 0...5, using: &random)).map { _ in
      pieces.randomElement(using: &random) ?? ""
    }.joined()
  }

  private static func iri(_ random: inout SeededRandom) -> IRI {
    let namespaces = ["http://e/", Schema.namespace, KG.namespace, RDF.namespace, "urn:x:"]
    let locals = [
      "", "a", "a.", ".a", "a.b", "-a", "a-", "1", "%20", "a/b", "é", "a#b", "type", "余", "(x)",
    ]
    return IRI(
      (namespaces.randomElement(using: &random) ?? "")
        + (locals.randomElement(using: &random) ?? ""))
  }

  private static func node(_ random: inout SeededRandom) -> Term {
    Bool.random(using: &random)
      ? .iri(iri(&random))
      : .blankNode(
        BlankNode(["x", "b", "b1b", "1", "_", "a.b", "é"].randomElement(using: &random) ?? "x"))
  }

  private static func term(_ random: inout SeededRandom) -> Term {
    switch Int.random(in: 0...5, using: &random) {
    case 0, 1: return node(&random)
    case 2:
      return .literal(
        Literal(
          text(&random),
          languageTag: ["en", "zh-Hans", "x-1a"].randomElement(using: &random) ?? "en"))
    case 3:
      let forms = ["1", "01", "+1", "-0", "1.", "1.0", ".5", "1e0", "1.E1", "", "x", "true", "INF"]
      let types = [XSD.integer, XSD.decimal, XSD.double, XSD.boolean, XSD.gYear, iri(&random)]
      return .literal(
        Literal(
          forms.randomElement(using: &random) ?? "",
          datatype: types.randomElement(using: &random) ?? XSD.integer))
    default: return .string(text(&random))
    }
  }

  /// The statements in a syntax.
  func text(_ format: RDFFormat) -> [UInt8] {
    var text: [UInt8] = []
    switch format {
    case .ntriples, .nquads:
      for quad in quads {
        NTriplesWriter.append(quad, to: &text)
        text.append(UInt8(ascii: "\n"))
      }
    case .turtle, .trig:
      var writer = TurtleWriter(format)
      writer.begin(to: &text)
      for quad in quads { writer.write(quad, to: &text) }
      writer.finish(to: &text)
    }
    return text
  }
}

@Suite("What is written is read again")
struct RoundTripTests {
  @Test("in every syntax, however it is cut into pieces", arguments: RDFFormat.allCases)
  func everySyntax(format: RDFFormat) throws {
    for seed in 0..<60 {
      let dataset = RandomDataset(seed: UInt64(seed), hasGraphs: format.hasGraphs)
      let text = dataset.text(format)
      for size in [1, 7, 1 << 16] {
        let read = try parse(text, format, pieceSize: size).map(\.quad)
        #expect(Set(read) == Set(dataset.quads), "seed \(seed), pieces of \(size) bytes")
        #expect(read.count == dataset.quads.count)
      }
    }
  }

  @Test("Random damage is read or refused, never worse", arguments: RDFFormat.allCases)
  func damage(format: RDFFormat) {
    var random = SeededRandom(7)
    for seed in 0..<100 {
      var text = RandomDataset(seed: UInt64(seed), hasGraphs: format.hasGraphs).text(format)
      for _ in 0..<3 where !text.isEmpty {
        let place = Int.random(in: 0..<text.count, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: text[place] = UInt8.random(in: 0...255, using: &random)
        case 1: text.remove(at: place)
        default: text.insert(contentsOf: text[place...].prefix(5), at: place)
        }
      }
      do { _ = try parse(text, format, pieceSize: 11) } catch { #expect(error is RDFSyntaxError) }
    }
  }

  @Test("Turtle is grouped and short")
  func look() throws {
    let paper = Term.iri("https://schema.org/x/1")
    let triples = [
      Triple(paper, RDF.type, .iri(Schema.scholarlyArticle)),
      Triple(paper, Schema.author, .iri("https://kg.example/person/a")),
      Triple(paper, Schema.author, .iri("https://kg.example/person/b")),
      Triple(paper, Schema.name, .literal(Literal("On \"x\"", languageTag: "en"))),
      Triple(.blankNode(BlankNode("l")), RDF.member(1), .integer(5)),
    ]
    var text: [UInt8] = []
    var writer = TurtleWriter(.trig)
    for triple in triples { writer.write(Quad(triple), to: &text) }
    writer.write(Quad(triples[4], graph: .iri("http://e/g")), to: &text)
    writer.finish(to: &text)
    #expect(
      String(decoding: text, as: UTF8.self) == """

        <https://schema.org/x/1> a schema:ScholarlyArticle ;
          schema:author <https://kg.example/person/a>, <https://kg.example/person/b> ;
          schema:name "On \\"x\\""@en .

        _:l rdf:_1 5 .

        <http://e/g> {
          _:l rdf:_1 5 .
        }

        """)
  }
}
