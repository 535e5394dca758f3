import KGModel
import KGRDF
import Testing

@Suite("Parsing TriG")
struct TriGTests {
  @Test(
    "Graphs",
    arguments: [
      ("<s> <p> <o> .", ["<s> <p> <o> ."]),
      ("{ <s> <p> <o> }", ["<s> <p> <o> ."]),
      ("{}", []), ("{ } <g> { } GRAPH <g> {}", []),
      ("<g> { <s> <p> <o> }", ["<s> <p> <o> <g> ."]),
      ("GRAPH <g> { <s> <p> <o> . }", ["<s> <p> <o> <g> ."]),
      ("graph<g>{<s><p><o>.<s><p><a>}", ["<s> <p> <o> <g> .", "<s> <p> <a> <g> ."]),
      ("PREFIX : <> :g { :s :p :o ; } :s :p :o .", ["<s> <p> <o> <g> .", "<s> <p> <o> ."]),
      ("PREFIX GRAPH: <> GRAPH:g { GRAPH:s GRAPH:p 'x' }", ["<s> <p> \"x\" <g> ."]),
      (
        "_:a { <s> <p> _:a } GRAPH _:b { _:a <p> <o> }",
        ["<s> <p> _:a _:a .", "_:a <p> <o> _:b ."]
      ),
      (
        "[] { <s> <p> [] } GRAPH [ ] { <s> <p> <o> }",
        ["<s> <p> _:anon2 _:anon1 .", "<s> <p> <o> _:anon3 ."]
      ),
      (
        "[] <p> <o> . [ <p> <o> ] . { [ <p> <o> ] }",
        ["_:anon1 <p> <o> .", "_:anon2 <p> <o> .", "_:anon3 <p> <o> ."]
      ),
      (
        "<g> { <s> <p> (('x')) }",
        [
          "<s> <p> _:anon1 <g> .", "_:anon1 <rdf:first> _:anon2 <g> .",
          "_:anon2 <rdf:first> \"x\" <g> .", "_:anon2 <rdf:rest> <rdf:nil> <g> .",
          "_:anon1 <rdf:rest> <rdf:nil> <g> .",
        ]
      ),
      (
        "<g> { () <p> [ <q> 'x' ] . (()) <p> 'y' . [ <p> 'z' ] }",
        [
          "<rdf:nil> <p> _:anon1 <g> .", "_:anon1 <q> \"x\" <g> .",
          "_:anon2 <rdf:first> <rdf:nil> <g> .",
          "_:anon2 <rdf:rest> <rdf:nil> <g> .", "_:anon2 <p> \"y\" <g> .",
          "_:anon3 <p> \"z\" <g> .",
        ]
      ),
      (
        "<g> { <s> <p> true } <g> { <s> <p> 1. }",
        ["<s> <p> \"true\"^^<xsd:boolean> <g> .", "<s> <p> \"1\"^^<xsd:integer> <g> ."]
      ),
      (
        "@base <http://e/d/> . <g> { <s> <p> <o> } @prefix a: <x#> . a:g { a:s a:p a:o }",
        ["<d/s> <d/p> <d/o> <d/g> .", "<d/x#s> <d/x#p> <d/x#o> <d/x#g> ."]
      ),
    ] as [(String, [String])])
  func graphs(_ document: String, _ expected: [String]) throws {
    #expect(try nquads(document, .trig) == expected)
  }

  @Test("A blank node label denotes one node in all graphs of a document")
  func labels() throws {
    let quads = try quads("_:x <a:p> 1 . <a:g> { _:x <a:p> 2 } <a:h> { _:x <a:p> 3 }", .trig)
    #expect(Set(quads.map(\.triple.subject)).count == 1)
  }

  static let faults = [
    Faulty("<a:g> { <a:s> <a:p> <a:o>⏵", "expected ',', ';' or '.' or '}' after the triples"),
    Faulty("<a:g> {\n<a:s> <a:p> <a:o> .\n⏵", "within the graph of line 1; close it with '}'"),
    Faulty("<a:g> { <a:s> <a:p> <a:o> . ⏵. }", "expected a subject"),
    Faulty("<a:g> { ⏵. }", "expected a subject"),
    Faulty("<a:g> { <a:s> <a:p> ⏵}", "expected an object"),
    Faulty("<a:g> { <a:s> ⏵}", "expected a predicate"),
    Faulty("<a:g> { <a:s> <a:p> [ <a:q> 1 ⏵} ]", "']' for the '['"),
    Faulty("<a:g> { } ⏵.", "expected a subject"),
    Faulty("<a:g> { } ⏵}", "expected a subject"),
    Faulty("<a:s> <a:p> <a:o> ⏵}", "expected ',', ';' or '.'"),
    Faulty("<a:g> { ⏵{ <a:s> <a:p> <a:o> } }", "close it with '}' before"),
    Faulty("<a:g> { <a:h> ⏵{ <a:s> <a:p> <a:o> } }", "close it with '}' before"),
    Faulty("<a:g> { ⏵GRAPH <a:h> { <a:s> <a:p> <a:o> } }", "close it with '}' before"),
    Faulty("{ ⏵@prefix a: <b:> . }", "close it with '}' before"),
    Faulty("{ ⏵PREFIX a: <b:> }", "close it with '}' before"),
    Faulty("{ ⏵base <b:> }", "close it with '}' before"),
    Faulty("GRAPH ⏵{ <a:s> <a:p> <a:o> }", "expected the graph's label"),
    Faulty("GRAPH ⏵(1) { }", "expected the graph's label"),
    Faulty("GRAPH ⏵'g' { }", "expected the graph's label"),
    Faulty("GRAPH [ ⏵<a:p> 1 ] { }", "cannot have properties"),
    Faulty("GRAPH <a:g> ⏵<a:s> <a:p> 1 .", "expected '{'"),
    Faulty("(1) ⏵{ }", "expected a predicate"),
    Faulty("() ⏵{ }", "expected a predicate"),
    Faulty("[ <a:p> 1 ] ⏵{ <a:s> <a:p> <a:o> }", "expected a predicate"),
    Faulty("⏵'g' { }", "a literal is not allowed here"),
    Faulty("<a:g> ⏵= { <a:s> <a:p> <a:o> }", "expected a predicate"),
  ]

  @Test("A fault is reported at the mark", arguments: faults)
  func marked(_ faulty: Faulty) throws {
    let error = try #require(try fault(faulty.document, .trig))
    #expect([error.line, error.column] == [faulty.line, faulty.column])
    #expect(error.message.contains(faulty.words), "\(error)")
  }
}
