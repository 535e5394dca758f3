import KGModel
import KGStore
import Testing

@Suite("Sources")
struct SourceTableTests {
  private let one = triple("w", Schema.author, node("ada"))
  private let two = triple("w", Schema.author, node("bo"))
  private let three = triple("w", Schema.name, .string("Notes"))

  @Test("Storing a source again replaces its statements")
  func replaces() throws {
    let store = try GraphStore.inMemory()
    #expect(try store.add([one, three]).change == .added)
    #expect(try store.add([one, two, three]).change == .replaced)
    #expect(try store.add([one, two, three]).change == .unchanged)
    #expect(try store.visibleTriples() == [one, two, three])
    #expect(try store.add([two]).change == .replaced)
    #expect(try store.visibleTriples() == [two])
  }

  @Test("Batches form one source; a repeated statement adds its receipts")
  func batches() throws {
    let store = try GraphStore.inMemory()
    let receipts = (1...3).map { Receipt(byteRange: $0..<9, line: $0, words: "x", rule: "test") }
    let batches = [
      [Statement(one, receipts: [receipts[0]]), Statement(three, receipts: [receipts[1]])],
      [Statement(two, receipts: [receipts[0]]), Statement(one, receipts: [receipts[2]])],
    ]
    func replace(_ batches: [[Statement]]) throws -> IngestOutcome {
      let source = SourceDescription(path: "a", kind: "text", byteCount: 1, fingerprint: "f")
      return try store.replace(source, absolutePath: "/a") { _, body in
        var batcher = DocumentBatcher()
        for batch in batches { try body(batcher.batch(batch)) }
      }
    }
    let added = try replace(batches)
    #expect(added.change == .added)
    #expect(added.statementCount == 3)
    #expect(try store.visibleTriples() == [one, two, three])
    let found = try store.receipts([ReceiptPattern(predicate: Schema.author, object: node("ada"))])
    #expect(found.map(\.receipt.line) == [1, 3])
    #expect(try replace(batches).change == .unchanged)
    // The content is the same, but fewer statements have been read from it.
    #expect(try replace([batches[0]]).change == .replaced)
    #expect(try store.visibleTriples() == [one, three])
    #expect(try store.forget(path: "a"))
    #expect(try store.visibleTriples() == [])
  }

  @Test("A triple of two sources is stored once, until the last of them is forgotten")
  func shared() throws {
    let store = try GraphStore.inMemory()
    try store.add([one, three], source: "a")
    try store.add([one, two], source: "b")
    #expect(try store.visibleTriples() == [one, two, three])
    #expect(try store.forget(path: "a"))
    #expect(try store.visibleTriples() == [one, two])
    #expect(try store.forget(path: "b"))
    #expect(try store.visibleTriples() == [])
    #expect(try !store.forget(path: "b"))
  }

  @Test("Forgetting a source also removes its names and terms")
  func nothingRemains() throws {
    let store = try GraphStore.inMemory()
    try store.add([three, two], source: "a")
    try store.add([two], source: "b")
    #expect(try store.names(withKeys: ["notes"]).count == 1)
    _ = try store.forget(path: "a")
    #expect(try store.names(withKeys: ["notes"]).isEmpty)
    #expect(try store.names(containing: "notes", limit: 5).isEmpty)
    #expect(try store.receipts([.init()]).map(\.triple) == [two])
  }

  @Test("Sources are listed by path with their counts")
  func listing() throws {
    let store = try GraphStore.inMemory()
    try store.add([one, two], source: "b.md")
    try store.add([three], source: "a.md")
    #expect(try store.sources().map(\.description.path) == ["a.md", "b.md"])
    #expect(try store.sources().map(\.statementCount) == [1, 2])
  }
}
