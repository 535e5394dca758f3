import KGModel
import KGRDF
import KGStore
import Testing

@Suite("Receipts")
struct ReceiptTableTests {
  @Test("A statement of an RDF document is its own receipt, with its line")
  func statements() throws {
    let store = try GraphStore.inMemory()
    try store.load(
      """
      # two of three are about w
      <http://e/w> <\(Schema.author.value)> <http://e/ada> .
      <http://e/w> <\(Schema.name.value)> "Notes" .

      _:x <\(Schema.author.value)> <http://e/ada> .
      """, source: "b.nt")
    try store.load(
      "@prefix s: <\(Schema.namespace)> .\n<http://e/w> s:name\n  \"Notes\" .", .turtle,
      source: "a.ttl")
    let found = try store.receipts([ReceiptPattern(subject: node("w"))])
    #expect(
      found.map { "\($0.source):\($0.receipt.line) \($0.receipt.words)" } == [
        "a.ttl:3 <http://e/w> <\(Schema.name.value)> \"Notes\" .",
        "b.nt:2 <http://e/w> <\(Schema.author.value)> <http://e/ada> .",
        "b.nt:3 <http://e/w> <\(Schema.name.value)> \"Notes\" .",
      ])
    #expect(Set(found.map(\.receipt.rule)) == ["rdf.statement"])
    #expect(
      try store.receipts([ReceiptPattern(predicate: Schema.author, object: node("ada"))])
        .map(\.receipt.words).last == "_:x <\(Schema.author.value)> <http://e/ada> .")
    #expect(try store.receipts([ReceiptPattern(subject: node("unknown"))]).isEmpty)
    #expect(try store.receipts([]).isEmpty)
  }

  @Test("A receipt selected by two patterns is returned once, for RDF and other documents alike")
  func patterns() throws {
    let store = try GraphStore.inMemory()
    let stored = triple("w", Schema.author, node("ada"))
    try store.add([stored], source: "a.md")
    try store.load("<http://e/w> <\(Schema.author.value)> <http://e/ada> .", source: "b.nt")
    let found = try store.receipts([
      ReceiptPattern(subject: node("w")), ReceiptPattern(object: node("ada")),
    ])
    #expect(found.map(\.source) == ["a.md", "b.nt"])
    #expect(found.map(\.triple) == [stored, stored])
  }

  @Test("A pattern matches all members of an entity; own triples are those of one member")
  func members() throws {
    let store = try GraphStore.inMemory()
    try store.load("<http://e/a1> <\(Schema.name.value)> \"Ada Q.\" .", source: "a.nt")
    try store.load("<http://e/a2> <\(Schema.name.value)> \"Ada Quill\" .", source: "b.nt")
    try store.replaceDecisions([
      IdentityDecision(
        first: node("a1"), second: node("a2"),
        reasons: [IdentityReason(rule: "test", weight: 1, detail: "")])
    ])
    #expect(
      try store.receipts([ReceiptPattern(subject: node("a2"))]).map(\.source) == ["a.nt", "b.nt"])
    #expect(
      try store.ownTriples(of: node("a2"), predicate: Schema.name).map(\.object)
        == [.string("Ada Quill")])
  }
}
