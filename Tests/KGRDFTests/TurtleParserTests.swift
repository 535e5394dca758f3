import Foundation
import KGModel
import KGRDF
import Testing

@Suite("Turtle and TriG")
struct TurtleParserTests {
  /// A document and what it says as N-Quads; blank nodes as they are numbered.
  private func lines(
    _ text: String, _ format: RDFFormat = .trig, base: String? = "http://e/d/f"
  ) throws -> [String] {
    try parse("PREFIX : <http://e/>\n" + text, format, base: base)
      .map { NTriplesWriter.line($0.quad).replacingOccurrences(of: "http://e/", with: "") }
  }

  @Test(
    "Statements, lists of objects and of predicates",
    arguments: [
      (":s :p :o .", ["<s> <p> <o> ."]),
      (
        ":s :p :o , 'x' ; a :C ;; .",
        [
          "<s> <p> <o> .", "<s> <p> \"x\" .",
          "<s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <C> .",
        ]
      ),
      ("<> <#p> <../x> .", ["<d/f> <d/f#p> <x> ."]),
      ("[] :p [ :q :o ] .", ["_:b1 <p> _:b2 .", "_:b2 <q> <o> ."]),
      ("[ :q :o ] .", ["_:b1 <q> <o> ."]),
      ("[ :q :o ] :p [] .", ["_:b1 <q> <o> .", "_:b1 <p> _:b2 ."]),
      ("_:b1 :p _:x, _:bb2 .", ["_:bb1 <p> _:x .", "_:bb1 <p> _:bbb2 ."]),
      (":a.b :p%20 :x\\~y. :c :d :e..f .", ["<a.b> <p%20> <x~y> .", "<c> <d> <e..f> ."]),
      (
        ":s :p 1, 1.0, -1e3, .5, 1. :a :b true .",
        [
          "<s> <p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .",
          "<s> <p> \"1.0\"^^<http://www.w3.org/2001/XMLSchema#decimal> .",
          "<s> <p> \"-1e3\"^^<http://www.w3.org/2001/XMLSchema#double> .",
          "<s> <p> \".5\"^^<http://www.w3.org/2001/XMLSchema#decimal> .",
          "<s> <p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .",
          "<a> <b> \"true\"^^<http://www.w3.org/2001/XMLSchema#boolean> .",
        ]
      ),
      (
        ":s :p \"\"\"a\"\"b\n\\\"\"\"\"@en-GB, '''''', 'é'^^:t .",
        [
          "<s> <p> \"a\\\"\\\"b\\n\\\"\"@en-GB .", "<s> <p> \"\" .", "<s> <p> \"é\"^^<t> .",
        ]
      ),
      (
        "@prefix a: <x/> . @base <http://e/b/> . a:y a <z> .",
        ["<d/x/y> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <b/z> ."]
      ),
    ])
  func statements(text: String, expected: [String]) throws {
    #expect(try lines(text) == expected)
  }

  @Test("A collection is a chain of cells")
  func collections() throws {
    let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    #expect(try lines(":s :p () .") == ["<s> <p> <\(rdf)nil> ."])
    #expect(
      try lines("(:a) :p (()) .") == [
        "_:b1 <\(rdf)first> <a> .", "_:b1 <\(rdf)rest> <\(rdf)nil> .", "_:b1 <p> _:b2 .",
        "_:b2 <\(rdf)first> <\(rdf)nil> .", "_:b2 <\(rdf)rest> <\(rdf)nil> .",
      ])
  }

  @Test(
    "Graphs of TriG",
    arguments: [
      (
        "{ :s :p :o } :g { :s :p :o . :a :b :c. } GRAPH _:x{:s :p :o}",
        [
          "<s> <p> <o> .", "<s> <p> <o> <g> .", "<a> <b> <c> <g> .", "<s> <p> <o> _:x .",
        ]
      ),
      ("[] { [ :p :o ] } graph [ ] { }", ["_:b2 <p> <o> _:b1 ."]),
      (
        ":g { _:n :p (1) } _:n :q :o .",
        [
          "_:n <p> _:b1 <g> .",
          "_:b1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> <g> .",
          "_:b1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> <g> .",
          "_:n <q> <o> .",
        ]
      ),
    ])
  func graphs(text: String, expected: [String]) throws {
    #expect(try lines(text) == expected)
  }

  @Test(
    "What is wrong is told with its place",
    arguments: [
      ("<a:s> <a:p> 1", "1:14: a statement ends with '.'"),
      (
        "<a:s> <a:p>\n  x:y .",
        "2:3: the prefix 'x:' is not declared; add @prefix x: <…> .: 'x:y .'"
      ),
      ("<s> <a:p> 1 .", "1:1: a relative IRI, and nothing says to what"),
      ("<a:s> <a:p> [ <a:q> 1 .", "1:23: after an object comes ',' or ';', or the properties"),
      ("<a:s> <a:p> ( 1", "1:16: a collection ends with ')'"),
      ("<a:s> 'p' 1 .", "1:7: a predicate is an IRI, a prefixed name or 'a'"),
      ("<a:s> <a:p> 'x\ny' .", "1:15: a string ends on its line"),
      ("<a:s> <a:p> '''x", "1:13: a string that does not end"),
      ("@Prefix a: <a:> .", "1:2: a directive is @prefix or @base, in small letters"),
      ("@prefix a: <a:>\n<a:s> <a:p> 1 .", "2:1: a directive ends with '.'"),
      ("PREFIX a: <a:> .", "1:16: a statement begins with"),
      (
        "<a:s> <a:p> <a:\\u003C> .", "1:16: this character cannot stand in an IRI, not even escaped"
      ),
      ("<a:s> <a:p> +.", "1:13: a number needs digits"),
      ("<a:s> <a:p> True .", "1:13: an object is"),
      ("<a:g> { <a:s> <a:p> 1 }", "1:7: a predicate is"),
      ("<a:s> <a:p> \"x\"@ .", "1:17: a language tag is letters"),
      ("[] .", "1:4: a predicate is"),
      ("() .", "1:4: a predicate is"),
      (
        "@prefix : <a:> . :s :p :a%2 .", "1:26: '%' in a name is followed by two hexadecimal digits"
      ),
    ])
  func errors(text: String, expected: String) {
    #expect(problem(text, .turtle).hasPrefix(expected))
  }

  @Test(
    "TriG refuses",
    arguments: [
      "{ <a:s> <a:p> 1 } .", "<a:g> { <a:h> { <a:s> <a:p> 1 } }", "GRAPH { <a:s> <a:p> 1 }",
      "{ @prefix a: <a:> . }", "(1) { <a:s> <a:p> 1 }", "[ <a:p> 1 ] { <a:s> <a:p> 1 }",
      "{ GRAPH <a:g> { <a:s> <a:p> 1 } }", "<a:g> { <a:s> <a:p> 1", "GRAPH (1) { }",
      "<a:g> <a:h> { }",
      "{ <a:s> <a:p> 1 . . }", "GRAPH [ <a:p> 1 ] { }", "\"g\" { <a:s> <a:p> 1 }",
    ])
  func refused(text: String) {
    #expect(throws: RDFSyntaxError.self) { try parse(text, .trig) }
  }

  @Test("Nesting has a limit, and no stack to overflow", arguments: ["[ <a:p> ", "("])
  func nesting(open: String) throws {
    let deep = "<a:s> <a:p> " + String(repeating: open, count: 100_000)
    #expect(problem(deep, .turtle).contains("nested more than 1000 deep"))
    let close = open == "(" ? ")" : "1 ]"
    let fine =
      "<a:s> <a:p> " + String(repeating: open, count: 900) + (open == "(" ? "" : "[]")
      + String(repeating: open == "(" ? close : "]", count: 900) + " ."
    #expect(try parse(fine, .turtle).count > 900)
  }

  @Test("Lines are those of the words")
  func lineNumbers() throws {
    #expect(
      try parse("<a:s>\n<a:p> 1 ,\n\n 2 ;\n<a:q> [\n<a:r> 3 ] .", .turtle).map(\.line) == [
        2, 4, 5, 6,
      ])
  }
}
