import KGModel
import KGRDF
import Testing
import TestSupport

@Suite("Writing and parsing again")
struct RoundTripTests {
  @Test(
    "Random datasets stay the same, read in pieces of any length", arguments: RDFFormat.allCases)
  func roundTrip(_ format: RDFFormat) throws {
    for seed in 0..<100 as Range<UInt64> {
      var dataset = RandomDataset(seed)
      let quads = (0..<40).map { _ in dataset.quad(inGraph: format.hasGraphs) }
      let document = written(quads, format)
      for pieces in [1, 7, nil] {
        #expect(try KGRDFTests.quads(document, format, pieces: pieces) == quads, "seed \(seed)")
      }
    }
  }

  @Test(
    "A damaged document is parsed or refused with a syntax error", arguments: RDFFormat.allCases)
  func damage(format: RDFFormat) {
    var random = SeededRandom(7)
    for seed in 0..<100 as Range<UInt64> {
      var dataset = RandomDataset(seed)
      var document = written((0..<5).map { _ in dataset.quad(inGraph: format.hasGraphs) }, format)
      for _ in 0..<3 {
        let place = Int.random(in: 0..<document.count, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: document[place] = UInt8.random(in: 0...255, using: &random)
        case 1: document.remove(at: place)
        default: document.insert(contentsOf: document[place...].prefix(5), at: place)
        }
      }
      do { _ = try quads(document, format, pieces: 11) } catch { #expect(error is RDFSyntaxError) }
    }
  }

  @Test("The pieces in which a document is read do not change its quads")
  func pieces() throws {
    let document = Array(
      """
      @prefix é.x: <http://e/>.\r\n@base <http://e/>.
      é.x:a.b é.x:%41\\~c '''l\r\n'ö''n\\U0001F600g'''@en-GB, 1.5e-3.
      # 注\n[ a <../x> ] é.x: ( 1.e0 [] true ), "\\u4F59"^^é.x:d. _:anon1 a _:b.c. é.x:a é.x:余 +.5 .
      """.utf8)
    let whole = try quads(document)
    #expect(whole.count == 13)
    for length in 1...40 {
      #expect(try quads(document, pieces: length) == whole)
    }
  }

  private func written(_ quads: [Quad], _ format: RDFFormat) -> [UInt8] {
    var output: [UInt8] = []
    guard format == .turtle || format == .trig else {
      for quad in quads {
        NTriplesWriter.append(quad, to: &output)
        output.append(UInt8(ascii: "\n"))
      }
      return output
    }
    var writer = TurtleWriter(format)
    writer.begin(to: &output)
    for quad in quads { writer.write(quad, to: &output) }
    writer.finish(to: &output)
    return output
  }
}

/// Random quads with difficult characters, in no particular order.
private struct RandomDataset {
  private var random: SeededRandom

  init(_ seed: UInt64) {
    random = SeededRandom(seed)
  }

  mutating func quad(inGraph: Bool) -> Quad {
    let triple = Triple(subject(), iri(), object())
    return Quad(triple, graph: inGraph && Bool.random(using: &random) ? subject() : nil)
  }

  private mutating func subject() -> Term {
    Int.random(in: 0..<3, using: &random) == 0 ? blankNode() : .iri(iri())
  }

  private mutating func object() -> Term {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: .iri(iri())
    case 1: blankNode()
    case 2: .literal(Literal(text(), datatype: iri()))
    case 3:
      .literal(
        Literal(
          text(), languageTag: random.one(of: ["en", "EN", "zh-Hans-CN", "x-1-2", "de-CH-1996"])))
    case 4: .literal(number())
    default: .string(text())
    }
  }

  private mutating func iri() -> IRI {
    if Int.random(in: 0..<8, using: &random) == 0 { return RDF.type }
    let namespaces =
      standardPrefixes.map(\.namespace) + ["a:", "http://e/", "urn:x:y:", "HTTP://e?"]
    let pieces = [
      "a", "Z", "0", "9", ".", "-", "_", ":", "%41", "%", "~", "'", "(", ")", ",", ";", "/", "..",
      "#",
      "?", "@", "é", "e\u{301}", "·", "余", "😀", "\u{301}", "\u{200D}", "\u{A0}", "\u{FFFD}",
      "\u{E000}",
    ]
    return IRI(random.one(of: namespaces) + random.some(pieces, upTo: 4).joined())
  }

  private mutating func blankNode() -> Term {
    let starts = ["a", "_", "1", "anon1", "anon2", "anon01", "é", "余", "😀"]
    let pieces = ["", "a", "-", "_", "7", ".b", "..c", "·", "\u{301}", "余"]
    return .blankNode(BlankNode(random.one(of: starts) + random.some(pieces, upTo: 3).joined()))
  }

  private mutating func text() -> String {
    let pieces = [
      "a", "\"", "\"\"\"", "'", "'''", "\\", "\\u0041", "\n", "\r", "\r\n", "\t", "\u{0}", "\u{1B}",
      "\u{7F}",
      "\u{85}", "\u{2028}", "\u{FEFF}", "é", "e\u{301}", "余", "😀", "👩‍💻", "\u{FFFF}", "\u{10FFFF}",
      "#", ".",
      "@en", "^^", " ",
    ]
    return random.some(pieces, upTo: 6).joined()
  }

  private mutating func number() -> Literal {
    let pieces = ["0", "1", "42", ".", "e", "E", "+", "-", "true", "false", " "]
    return Literal(
      random.some(pieces, upTo: 4).joined(),
      datatype: random.one(of: [XSD.integer, XSD.decimal, XSD.double, XSD.boolean, XSD.float]))
  }
}
