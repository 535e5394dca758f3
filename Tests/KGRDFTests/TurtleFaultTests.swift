import KGModel
import KGRDF
import Testing

@Suite("Faults in Turtle")
struct TurtleFaultTests {
  static let faults = [
    Faulty("⏵'x' <a:p> <a:o> .", "a literal is not allowed here"),
    Faulty("⏵1 <a:p> <a:o> .", "expected a subject"),
    Faulty("<a:s> ⏵'x' <a:o> .", "expected a predicate"),
    Faulty("<a:s> ⏵_:p <a:o> .", "expected a predicate"),
    Faulty("<a:s> ⏵[] <a:o> .", "expected a predicate"),
    Faulty("<a:s> ⏵.", "expected a predicate"),
    Faulty("<a:s> <a:p> ⏵.", "expected an object"),
    Faulty("<a:s> <a:p> <a:o>, ⏵; .", "expected an object"),
    Faulty("<a:s> <a:p> <a:o> ⏵<a:g> .", "expected ',', ';' or '.'"),
    Faulty("<a:s> <a:p> <a:o>\n  ⏵", "expected ',', ';' or '.'"),
    Faulty("<a:s> <a:p> <a:o> ;\n⏵", "expected a predicate: an IRI or 'a', or '.'"),
    Faulty("<a:s> <a:p> <a:o> . ⏵.", "expected a subject"),
    Faulty("<a:s> <a:p> [\n<a:q> 1 ⏵.", "']' for the '[' of line 1"),
    Faulty("<a:s> <a:p> (1 ⏵]", "')' for the '(' of line 1"),
    Faulty("<a:s> <a:p> (1 ⏵", "')' for the '(' of line 1"),
    Faulty("[ <a:p> 1 ] ⏵; <a:q> 2 .", "expected a predicate"),
    Faulty("(1) ⏵.", "expected a predicate"),
    Faulty("⏵{ <a:s> <a:p> <a:o> }", "expected a subject"),
    Faulty("⏵GRAPH <a:g> { }", "expected a subject"),

    Faulty("⏵@PREFIX a: <b:> .", "'@prefix' or '@base'"),
    Faulty("@prefix a: <b:> ⏵<a:s> <a:p> 1 .", "'.' to end the directive"),
    Faulty("PREFIX a: <b:> ⏵. a:s a:p 1 .", "expected a subject"),
    Faulty("@prefix ⏵a <b:> .", "a prefix that ends with ':'"),
    Faulty("@prefix ⏵a.: <b:> .", "a prefix that ends with ':'"),
    Faulty("@prefix ⏵_: <b:> .", "a prefix that ends with ':'"),
    Faulty("@prefix a: ⏵b: .", "namespace as <IRI>"),
    Faulty("@base ⏵'x' .", "base as <IRI>"),
    Faulty(
      "<a:s> <a:p> ⏵foaff:name .", "prefix 'foaff' is not declared; add '@prefix foaff: <IRI> .'"),
    Faulty("<a:s> <a:p> ⏵<o> .", "add '@base <IRI> .'"),
    Faulty("<a:s> <a:p> ⏵name .", "a name has a prefix and ':'"),
    Faulty("<a:s> <a:p> ⏵True .", "a name has a prefix and ':'"),

    Faulty("<a:s> <a:p> <a:b⏵ c> .", "is not allowed in an IRI"),
    Faulty("<a:s> <a:p> <a:b⏵\\u0020c> .", "is not allowed in an IRI, even escaped"),
    Faulty("<a:s> <a:p> <a:b⏵\\n> .", "expected \\u and four"),
    Faulty("<a:s> <a:p> ⏵<a:b", "close it with '>'"),
    Faulty("@prefix a: <a:> . a:s a:p a:b⏵%4 .", "two hexadecimal digits"),
    Faulty("@prefix a: <a:> . a:s a:p a:b⏵\\x .", "escape is not allowed in a name"),
    Faulty("@prefix a: <a:> . a:s a:p a:⏵-b .", "expected ',', ';' or '.'"),
    Faulty("<a:s> <a:p> ⏵_:-b .", "blank node label"),
    Faulty("<a:s> <a:p> ⏵_b .", "blank node label"),

    Faulty("<a:s> <a:p> ⏵'x\n' .", "does not end on its line"),
    Faulty("<a:s> <a:p> ⏵'x", "does not end on its line"),
    Faulty("<a:s> <a:p> ⏵'''x\n''", "close it with three quotation marks"),
    Faulty("<a:s> <a:p> \"\"\"x\"\"\"⏵\" .", "expected ',', ';' or '.'"),
    Faulty("<a:s> <a:p> '''\n\n余⏵\\q''' .", "write '\\\\' for a backslash"),
    Faulty("<a:s> <a:p> '⏵\\uD83D\\uDE00' .", "a surrogate"),
    Faulty("<a:s> <a:p> '⏵\\U00110000' .", "above 10FFFF"),
    Faulty("<a:s> <a:p> '⏵\\u12' .", "expected \\u and four"),
    Faulty("<a:s> <a:p> 'x'⏵@1 .", "language tag"),
    Faulty("<a:s> <a:p> 'x'@en⏵- .", "after '-' in the language tag"),
    Faulty("<a:s> <a:p> 'x'⏵^<a:d> .", "expected '^^'"),
    Faulty("<a:s> <a:p> 'x'^^⏵'y' .", "expected a datatype"),
    Faulty("<a:s> <a:p> ⏵+-1 .", "digits after the sign"),
    Faulty("<a:s> <a:p> 123⏵abc .", "expected ',', ';' or '.'"),
    Faulty("<a:s> <a:p> 1⏵e .", "expected ',', ';' or '.'"),
    Faulty("<a:s> <a:p> 'é\u{301}😀', ⏵! .", "expected an object"),
  ]

  @Test("A fault is reported at the mark, with an explanation", arguments: faults)
  func marked(_ faulty: Faulty) throws {
    let error = try #require(try fault(faulty.document))
    #expect([error.line, error.column] == [faulty.line, faulty.column])
    #expect(error.message.contains(faulty.words), "\(error)")
    for pieces in [1, 7] {
      #expect(try fault(Array(faulty.document.utf8), pieces: pieces) == error)
    }
  }

  @Test(
    "The text at the fault is quoted, cut to 40 characters",
    arguments: [
      ("<a:s> <a:p> foaf:name ; .", "foaf:name"),
      ("<a:s> <a:p> 'open string . # x", "'open string . # x"),
      (
        "<a:s> <a:p> x" + String(repeating: "余", count: 60),
        "x" + String(repeating: "余", count: 39) + "…"
      ),
      ("<a:s> <a:p> ", ""),
    ])
  func quoted(_ document: String, _ text: String) throws {
    #expect(try fault(document)?.text == text)
  }

  @Test("The description has place, message and text")
  func description() throws {
    let error = try #require(try fault("<a:s> a foaf:Person ."))
    #expect(
      error.description
        == "1:9: prefix 'foaf' is not declared; add '@prefix foaf: <IRI> .' above: 'foaf:Person'")
  }

  @Test(
    "Bytes that are not UTF-8 are refused at their place",
    arguments: [
      [0xFF], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF8], [0xE4, 0xBD], [0x80], [0xF0, 0x9F, 0x98],
    ] as [[UInt8]])
  func malformed(_ bytes: [UInt8]) throws {
    for (ending, pieces) in [("'.", nil), ("'.", 1), ("", nil), ("", 1)] as [(String, Int?)] {
      let document = Array("<a:s> <a:p> 1 .\n# ok\n<a:s> <a:p> '余".utf8) + bytes + ending.utf8
      let error = try #require(try fault(document, pieces: pieces))
      #expect(error.line == 3 && error.column == 15)
      #expect(error.message.contains("is not valid UTF-8"))
    }
  }

  @Test("Statements before a refused byte are emitted")
  func malformedLater() throws {
    var count = 0
    var parser = TurtleParser(.turtle, read: reading(Array("<a:s> <a:p> 1 .".utf8) + [0xFF]))
    #expect(throws: RDFSyntaxError.self) { try parser.parse { _, _ in count += 1 } }
    #expect(count == 1)
  }

  @Test("Nesting beyond the limit is refused at any depth", arguments: ["[<a:p>", "("])
  func nesting(_ opening: String) throws {
    let closing = opening == "(" ? ")" : "]"
    let allowed = TurtleParser.deepestNesting
    let deep =
      String(repeating: opening, count: allowed) + "1" + String(repeating: closing, count: allowed)
    #expect(try fault("<a:s> <a:p> \(deep) .") == nil)
    for depth in [allowed + 1, 100_000] {
      let error = try #require(
        try fault("<a:s> <a:p> " + String(repeating: opening, count: depth)))
      #expect(error.column == 13 + allowed * opening.utf8.count)
      #expect(error.message.contains("1000 deep"))
    }
  }
}
