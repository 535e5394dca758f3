import KGModel
import KGRDF
import Testing

@Suite("Parsing Turtle")
struct TurtleParserTests {
  @Test(
    "Statements",
    arguments: [
      ("", []),
      ("# nothing\n", []),
      ("<s> <p> <o> .", ["<s> <p> <o> ."]),
      ("<s><p><o>.<s><p>'x'.", ["<s> <p> <o> .", "<s> <p> \"x\" ."]),
      ("<s> a <C> .", ["<s> <rdf:type> <C> ."]),
      ("<s> a<C>.", ["<s> <rdf:type> <C> ."]),
      (
        "<s> <p> <a>, <b>; <q> <c>;; a <C>; .",
        ["<s> <p> <a> .", "<s> <p> <b> .", "<s> <q> <c> .", "<s> <rdf:type> <C> ."]
      ),
      ("<s> # one\r\n <p> # two\r <o> # three\n.", ["<s> <p> <o> ."]),
      ("\u{FEFF}<s> <p> <o> .", ["<s> <p> <o> ."]),
    ] as [(String, [String])])
  func statements(_ document: String, _ expected: [String]) throws {
    #expect(try nquads(document) == expected)
  }

  @Test(
    "Directives in both syntaxes",
    arguments: [
      ("@prefix a: <x#> . a:b a:c a: .", ["<x#b> <x#c> <x#> ."]),
      ("PREFIX a: <x#> a:b a:c a: .", ["<x#b> <x#c> <x#> ."]),
      ("prefix : <x#> :b :c : .", ["<x#b> <x#c> <x#> ."]),
      ("@base <d/>. <s> <p> <> .", ["<d/s> <d/p> <d/> ."]),
      ("BaSe<d/> <s> <p> <#f> .", ["<d/s> <d/p> <d/#f> ."]),
      (
        "@prefix a: <1#>. a:s a:p a:o. @prefix a: <2#>. a:s a:p a:o.",
        ["<1#s> <1#p> <1#o> .", "<2#s> <2#p> <2#o> ."]
      ),
      ("@base <d/>. @prefix a: <x#>. @base <http://e/>. a:s a:p <x> .", ["<d/x#s> <d/x#p> <x> ."]),
      (
        "@prefix prefix: <x#>. @prefix base: <y#>. @prefix a: <z#>. prefix:s base:p a:a .",
        ["<x#s> <y#p> <z#a> ."]
      ),
    ] as [(String, [String])])
  func directives(_ document: String, _ expected: [String]) throws {
    #expect(try nquads(document) == expected)
  }

  @Test(
    "Prefixed names",
    arguments: [
      (":a.b", "a.b"), (":1a", "1a"), (":a:b::", "a:b::"), (":%41b", "%41b"),
      (":\\~\\.\\-\\!\\$\\&\\'\\(\\)\\*\\+\\,\\;\\=\\/\\?\\#\\@\\%\\_", "~.-!$&'()*+,;=/?#@%_"),
      (":a\\-", "a-"), (":a-", "a-"), (":_", "_"), (":余锋伟", "余锋伟"), (":e\u{301}", "e\u{301}"),
      (":a·", "a·"), (":𐀀", "𐀀"), (":", ""),
    ])
  func names(_ name: String, _ local: String) throws {
    #expect(try nquads("PREFIX : <n/> <s> <p> \(name) .") == ["<s> <p> <n/\(local)> ."])
  }

  @Test("A prefix may contain dots; a composed and a decomposed prefix differ")
  func prefixes() throws {
    let document =
      "PREFIX a.b: <1#> PREFIX \u{E9}: <2#> PREFIX e\u{301}: <3#> a.b:s \u{E9}:p e\u{301}:o ."
    #expect(try nquads(document) == ["<1#s> <2#p> <3#o> ."])
  }

  @Test(
    "Literals",
    arguments: [
      (#""x""#, #""x""#), ("'x'", #""x""#), ("''", #""""#), (#""""""""#, #""""#),
      (#"'a"b'"#, #""a\"b""#), (#""""a"b""c\"""""#, #""a\"b\"\"c\"""#),
      ("'''a'b''c'''", #""a'b''c""#),
      ("'''a\nb\r\nc'''", #""a\nb\r\nc""#),
      (#""\t\b\n\r\f\"\'\\""#, #""\#t\#u{8}\n\r\#u{C}\"'\\""#),
      (#""\u4F59\U0001F600""#, #""余😀""#), ("'\u{0}\u{7F}\t'", "\"\u{0}\u{7F}\t\""),
      ("'x'@en", #""x"@en"#), ("'x'@zh-Hans-CN", #""x"@zh-Hans-CN"#), ("'x' @en", #""x"@en"#),
      ("'x'^^<d>", #""x"^^<d>"#), ("'x' ^^ <d>", #""x"^^<d>"#),
      ("'1'^^x:integer", #""1"^^<xsd:integer>"#),
      ("'x'^^x:string", #""x""#), ("true", #""true"^^<xsd:boolean>"#),
      ("false", #""false"^^<xsd:boolean>"#),
      ("0", #""0"^^<xsd:integer>"#), ("-007", #""-007"^^<xsd:integer>"#),
      ("+1", #""+1"^^<xsd:integer>"#),
      ("1.50", #""1.50"^^<xsd:decimal>"#), ("-.5", #""-.5"^^<xsd:decimal>"#),
      (".5", #"".5"^^<xsd:decimal>"#),
      ("1e3", #""1e3"^^<xsd:double>"#), ("1.E+3", #""1.E+3"^^<xsd:double>"#),
      ("-1.5e-10", #""-1.5e-10"^^<xsd:double>"#), (".5E0", #"".5E0"^^<xsd:double>"#),
    ])
  func literals(_ written: String, _ meant: String) throws {
    let expected = ["<s> <p> \(meant) ."]
    #expect(try nquads("PREFIX x: <\(XSD.namespace)> <s> <p> \(written) .") == expected)
    #expect(try nquads("PREFIX x: <\(XSD.namespace)> <s> <p> \(written).") == expected)
  }

  @Test("Escapes in IRIs are resolved; absolute IRIs stay as written")
  func iris() throws {
    #expect(try nquads(#"<\u4f59> <\U0001F600p> <a:b/../c> ."#) == ["<余> <😀p> <a:b/../c> ."])
  }

  @Test(
    "Blank nodes, property lists and collections emit the outer triple before the inner",
    arguments: [
      ("_:a <p> _:1.b .", ["_:a <p> _:1.b ."]),
      ("[] <p> [] .", ["_:anon1 <p> _:anon2 ."]),
      ("[ # c\n] <p> <o> .", ["_:anon1 <p> <o> ."]),
      ("[ <p> <o> ] .", ["_:anon1 <p> <o> ."]),
      ("[ <p> <o>; ] <q> <r> .", ["_:anon1 <p> <o> .", "_:anon1 <q> <r> ."]),
      (
        "<s> <p> [ <q> [ <r> 'x' ]; <t> 'y' ], 'z' .",
        [
          "<s> <p> _:anon1 .", "_:anon1 <q> _:anon2 .", "_:anon2 <r> \"x\" .",
          "_:anon1 <t> \"y\" .",
          "<s> <p> \"z\" .",
        ]
      ),
      ("<s> <p> () . () <p> <o> .", ["<s> <p> <rdf:nil> .", "<rdf:nil> <p> <o> ."]),
      (
        "<s> <p> ('a' 'b') .",
        [
          "<s> <p> _:anon1 .", "_:anon1 <rdf:first> \"a\" .", "_:anon1 <rdf:rest> _:anon2 .",
          "_:anon2 <rdf:first> \"b\" .", "_:anon2 <rdf:rest> <rdf:nil> .",
        ]
      ),
      (
        "('a') <p> <o> .",
        ["_:anon1 <rdf:first> \"a\" .", "_:anon1 <rdf:rest> <rdf:nil> .", "_:anon1 <p> <o> ."]
      ),
      (
        "<s> <p> (()[<q>1]) .",
        [
          "<s> <p> _:anon1 .", "_:anon1 <rdf:first> <rdf:nil> .", "_:anon1 <rdf:rest> _:anon3 .",
          "_:anon3 <rdf:first> _:anon2 .", "_:anon2 <q> \"1\"^^<xsd:integer> .",
          "_:anon3 <rdf:rest> <rdf:nil> .",
        ]
      ),
    ] as [(String, [String])])
  func nesting(_ document: String, _ expected: [String]) throws {
    #expect(try nquads(document) == expected)
  }

  @Test("Each quad comes with the line of its object")
  func lines() throws {
    var lines: [Int] = []
    let document = "<a:s>\n<a:p> 1,\n 2;\n<a:q> '''\n\n''',\n(\n3\n)\n."
    var parser = TurtleParser(.turtle, read: reading(Array(document.utf8)))
    try parser.parse { _, line in lines.append(line) }
    #expect(lines == [2, 3, 4, 7, 8, 9])
  }

  @Test("Quads before a fault are emitted, and errors of the caller are rethrown")
  func streaming() throws {
    struct Enough: Error {}
    var count = 0
    var parser = TurtleParser(.turtle, read: reading(Array("<a:s> <a:p> 1, 2, ! .".utf8)))
    #expect(throws: RDFSyntaxError.self) { try parser.parse { _, _ in count += 1 } }
    #expect(count == 2)
    var other = TurtleParser(.turtle, read: reading(Array("<a:s> <a:p> 1 .".utf8)))
    #expect(throws: Enough.self) { try other.parse { _, _ in throw Enough() } }
  }

  @Test("A literal may be far longer than the window")
  func longLiteral() throws {
    let text = String(repeating: "知识 \n", count: 400_000)
    let error = try #require(try fault("<a:s> <a:p> '''\(text)''' . <a:s> <a:q> !"))
    #expect([error.line, error.column] == [400_001, 19])
    let quads = try quads("<a:s> <a:p> '''\(text)''' .")
    #expect(quads.first?.triple.object == .string(text))
  }
}
