import KGModel
import KGStore
import Testing

@Suite("Entities")
struct EntityIndexTests {
  private let reason = IdentityReason(rule: "pinyin", weight: 0.8, detail: "余 reads Yu")

  private func same(_ first: String, _ second: String) -> IdentityDecision {
    IdentityDecision(first: node(first), second: node(second), reasons: [reason])
  }

  private func store() throws -> GraphStore {
    let store = try GraphStore.inMemory()
    try store.add([
      triple("w1", Schema.author, node("b")), triple("w2", Schema.author, node("c")),
      triple("b", Schema.name, .string("Yu")), triple("c", Schema.name, .string("余")),
    ])
    return store
  }

  @Test("Queries see joined nodes as one, named by the first IRI; statements stay as asserted")
  func joined() throws {
    let store = try store()
    try store.replaceDecisions([same("c", "b")])
    #expect(
      try store.visibleTriples() == [
        triple("w1", Schema.author, node("b")), triple("w2", Schema.author, node("b")),
        triple("b", Schema.name, .string("Yu")), triple("b", Schema.name, .string("余")),
      ])
    #expect(try store.statements().contains(triple("w2", Schema.author, node("c"))))
    #expect(try store.entity(of: node("c")) == node("b"))
    #expect(try store.triples(subject: nil, predicate: nil, object: node("c")).count == 2)
  }

  @Test("Removing a decision restores the graph as it was before")
  func undone() throws {
    let store = try store()
    let before = try store.visibleTriples()
    try store.replaceDecisions([same("b", "c")])
    try store.replaceDecisions([])
    #expect(try store.visibleTriples() == before)
    #expect(try store.decisions(touching: node("b")).isEmpty)
  }

  @Test("Decisions join nodes transitively, and are returned with their reasons")
  func chain() throws {
    let store = try store()
    try store.add([triple("a", Schema.name, .string("F. Yu"))], source: "b")
    try store.replaceDecisions([same("a", "b"), same("b", "c")])
    #expect(try store.entity(of: node("c")) == node("a"))
    #expect(try store.decisions(touching: node("c")) == [same("a", "b"), same("b", "c")])
  }

  @Test("Forgetting a source removes only its statements from the entity")
  func forgetting() throws {
    let store = try store()
    try store.add([triple("c", Schema.name, .string("Yu"))], source: "b")
    try store.replaceDecisions([same("b", "c")])
    _ = try store.forget(path: "b")
    #expect(try store.visibleTriples().contains(triple("b", Schema.name, .string("Yu"))))
    _ = try store.forget(path: "a")
    #expect(try store.visibleTriples().isEmpty)
  }

  @Test("A joined node is not replaced where it is a predicate")
  func predicate() throws {
    let store = try GraphStore.inMemory()
    try store.load(
      "<http://e/a> <http://e/p> \"1\" .\n<http://e/b> <http://e/p> \"2\" .\n", source: "a")
    try store.replaceDecisions([Self.decision("a", "b")])
    try store.load("<http://e/x> <http://e/b> <http://e/b> .\n", source: "b")
    #expect(
      try store.triples(subject: node("x"), predicate: nil, object: nil)
        == [triple("x", IRI("http://e/b"), node("a"))])
    try store.expectSound()
    #expect(try store.forget(path: "b"))
    try store.expectSound()
    #expect(try store.visibleTriples().count == 2)
  }

  @Test("A forgotten node that named an entity is removed from the dictionary")
  func forgottenName() throws {
    let store = try GraphStore.inMemory()
    try store.load("<http://e/a> <http://e/p> \"1\" .\n", source: "a")
    try store.load("<http://e/b> <http://e/p> \"2\" .\n", source: "b")
    try store.replaceDecisions([Self.decision("a", "b")])
    #expect(try store.forget(path: "a"))
    try store.replaceDecisions([])
    #expect(try store.visibleTriples() == [triple("b", IRI("http://e/p"), .string("2"))])
    try store.expectSound()
    #expect(try store.statistics().termCount == 3)
  }

  private static func decision(_ first: String, _ second: String) -> IdentityDecision {
    IdentityDecision(
      first: node(first), second: node(second),
      reasons: [IdentityReason(rule: "test", weight: 1, detail: "")])
  }
}
