import KGModel
import KGStore
import Testing

@Suite("Terms in the store")
struct TermDictionaryTests {
  @Test(
    "A stored term is read back unchanged",
    arguments: [
      Term.iri("http://e/余"), .iri("urn:isbn:1"), .iri("http://e"), .string(""),
      .string("a\"b\n\\"),
      .literal(Literal("x", languageTag: "zh-Hans")), .integer(0), .integer(-7),
      .integer(Int.max), .integer(Int.min), .integer(1 << 50), .integer(-(1 << 50) + 1),
      .literal(Literal("01", datatype: XSD.integer)),
      .literal(Literal("+1", datatype: XSD.integer)), .boolean(true),
      .literal(Literal("1", datatype: XSD.boolean)),
      .literal(Literal("2021", datatype: XSD.gYear)),
      .literal(Literal("0099", datatype: XSD.gYear)),
      .literal(Literal("2021-02", datatype: XSD.gYearMonth)),
      .literal(Literal("2021-12-31", datatype: XSD.date)),
      .literal(Literal("2021-02-31", datatype: XSD.date)),
      .literal(Literal("2021", datatype: XSD.date)),
      .literal(Literal("x", datatype: IRI("http://e/type"))),
    ])
  func roundTrip(term: Term) throws {
    let store = try GraphStore.inMemory()
    let statement = triple("s", Schema.name, term)
    try store.add([statement])
    #expect(try store.statements() == [statement])
    #expect(try store.triples(subject: nil, predicate: nil, object: term) == [statement])
  }

  @Test("The same label denotes different nodes in different documents")
  func blankNodes() throws {
    let store = try GraphStore.inMemory()
    let statement = Triple(.blankNode(BlankNode("b1")), Schema.name, .string("x"))
    try store.add([statement], source: "a")
    try store.add([statement], source: "b")
    try store.add([statement], source: "a")
    #expect(Set(try store.statements().map(\.subject)).count == 2)
  }

  @Test("Terms that look alike are different")
  func kindsAreApart() throws {
    let store = try GraphStore.inMemory()
    let terms: [Term] = [
      .iri("x:x"), .string("x:x"), .string("<x:x>"), .string("e\u{301}"), .string("é"),
      .literal(Literal("x:x", languageTag: "en")),
      .literal(Literal("x:x", datatype: IRI("http://e/t"))),
    ]
    try store.add(terms.map { triple("s", Schema.name, $0) })
    for term in terms {
      #expect(try store.triples(subject: nil, predicate: nil, object: term).count == 1)
    }
  }
}
