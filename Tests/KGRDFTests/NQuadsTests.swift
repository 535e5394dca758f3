import KGModel
import KGRDF
import Testing

@Suite("N-Triples and N-Quads")
struct NQuadsTests {
  private let s = Term.iri("http://e/s")
  private let p = IRI("http://e/p")

  private func objects(_ objects: String...) throws -> [Term] {
    let lines = objects.map { "<http://e/s> <http://e/p> \($0) .\n" }.joined()
    return try parse(lines, .ntriples).map(\.quad.triple.object)
  }

  @Test("Terms are read as written, with escapes resolved")
  func terms() throws {
    #expect(
      try objects(
        "<http://e/\\u4F59>", "_:b.1", "\"a\\tb\\u0022\\\\\"", "\"\"", "\"x\"@zh-Hans",
        "\"01\"^^<http://www.w3.org/2001/XMLSchema#integer>",
        "\"x\"^^<http://www.w3.org/2001/XMLSchema#string>", "\"\\U0001F600\"",
        "\"\\n\"^^<http://e/\\u0074>") == [
          .iri("http://e/余"), .blankNode(BlankNode("b.1")), .string("a\tb\"\\"), .string(""),
          .literal(Literal("x", languageTag: "zh-Hans")),
          .literal(Literal("01", datatype: XSD.integer)), .string("x"), .string("😀"),
          .literal(Literal("\n", datatype: IRI("http://e/t"))),
        ])
  }

  @Test("White space within a line, comments and empty lines are skipped")
  func layout() throws {
    let text = "\u{FEFF}# a\r\n\r\n<a:s><a:p>\"o\".#c\n \t<a:s>\t<a:p> <a:o> <a:g> . # d"
    let quads = try parse(text, .nquads)
    #expect(quads.map(\.line) == [3, 4])
    #expect(quads.map(\.quad.graph) == [nil, .iri("a:g")])
  }

  @Test(
    "An error names the fault and its place",
    arguments: [
      ("<a:s> <a:p> <a:o>\n", "1:18: a statement ends with '.'"),
      (
        "<a:s> <a:p> <a:o> .\n<a:s> <a:p> <a o> .",
        "2:15: an IRI ends with '>' and has no spaces: ' o> .'"
      ),
      ("<a:s> <a:p> <o> .", "1:13: a relative IRI; in this format every IRI begins with a scheme"),
      ("<a:s> \"p\" <a:o> .", "1:7: a predicate is an IRI"),
      ("\"s\" <a:p> <a:o> .", "1:1: a subject is an IRI"),
      ("<a:s> <a:p> \"o\" <a:g> .", "1:17: a fourth term: N-Triples has no graphs"),
      ("<a:s> <a:p> \"a\\xb\" .", "1:15: unknown escape"),
      ("<a:s> <a:p> \"\\uD800\" .", "1:14: this escape is not a character"),
      ("<a:s> <a:p> \"a\nb\" .", "1:15: a literal ends on its line"),
      ("<a:s> <a:p> \"余\"@1 .", "1:16: a language tag is letters"),
      ("<a:s> <a:p> \"o\" . <a:s> <a:p> \"o\" .", "1:19: one statement a line"),
      ("<a:s> <a:p> _:a:b .", "1:16: a statement ends with '.'"),
      (
        "<a:\\u0020s> <a:p> \"o\" .",
        "1:4: this character is not allowed in an IRI, not even escaped"
      ),
      (
        "<a:s> <a:p> \"o\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString> .",
        "1:16: rdf:langString needs a language tag"
      ),
    ])
  func errors(text: String, expected: String) {
    #expect(problem(text, .ntriples).hasPrefix(expected))
  }

  @Test(
    "Bytes that are not UTF-8 are refused at their place",
    arguments: [
      [0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC0, 0xAF],
      [0xE2, 0x82], [0x80],
    ] as [[UInt8]])
  func encoding(bytes: [UInt8]) {
    let text = Array("<a:s> <a:p> \"o\" .\n<a:s> <a:p> \"é".utf8) + bytes + Array("\" .\n".utf8)
    #expect(problem(text, .ntriples).hasPrefix("2:15: "))
    #expect(problem(text, .turtle).hasPrefix("2:15: "))
  }

  @Test(
    "The pieces in which a document is read do not change its statements", arguments: [1, 3, 50])
  func pieces(size: Int) throws {
    let text = (1...40).map { "<a:s\($0)> <a:p> \"余\($0)\\n\"@zh . # \($0)\r\n" }.joined()
    let quads = try parse(text, .ntriples, pieceSize: size)
    #expect(quads.map(\.line) == Array(1...40))
    #expect(quads.map(\.quad) == (try parse(text, .ntriples).map(\.quad)))
  }

  @Test("A line longer than a chunk is read whole")
  func longLine() throws {
    let name = String(repeating: "n", count: 5 << 20)
    #expect(try objects("\"\(name)\"") == [.string(name)])
  }

  @Test("The canonical form escapes only what it must")
  func canonical() {
    let term = Term.string("a\tb\"\\\n\r\u{7F}余")
    #expect(NTriplesWriter.text(term) == "\"a\tb\\\"\\\\\\n\\r\u{7F}余\"")
    #expect(NTriplesWriter.text(.literal(Literal("x", languageTag: "en"))) == "\"x\"@en")
    #expect(
      NTriplesWriter.line(Quad(Triple(s, p, s), graph: .blankNode(BlankNode("g"))))
        == "<http://e/s> <http://e/p> <http://e/s> _:g .")
  }
}
