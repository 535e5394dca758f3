import KGModel
import KGStore
import Testing

@Suite("Name search")
struct NameTableTests {
  private let store: GraphStore

  init() throws {
    store = try GraphStore.inMemory()
    try store.add([
      triple("yu", RDF.type, .iri(Schema.person)), triple("yu", Schema.name, .string("Fengwei Yu")),
      triple("yu", Schema.alternateName, .string("余锋伟")),
      triple("st", RDF.type, .iri(Schema.organization)),
      triple("st", Schema.name, .string("北京市商汤科技开发有限公司")),
      triple("st", Schema.name, .string("SenseTime Research")),
      triple("pd", RDF.type, .iri(Schema.person)),
      triple("pd", Schema.name, .string("Pınar Duygulu-Şahin")),
    ])
  }

  @Test(
    "Names are found by words in any order, ignoring accents, and by parts of Han text",
    arguments: [
      ("fengwei", "Fengwei Yu"), ("YU fengwei", "Fengwei Yu"), ("锋伟", "余锋伟"),
      ("商汤", "北京市商汤科技开发有限公司"), ("汤", "北京市商汤科技开发有限公司"),
      ("research", "SenseTime Research"), ("pinar sahin", "Pınar Duygulu-Şahin"),
    ])
  func found(text: String, name: String) throws {
    #expect(try store.names(containing: text, limit: 5).map(\.name) == [name])
  }

  @Test(
    "FTS5 syntax in a name is treated as text", arguments: ["\"", "a OR b*", "NEAR(", "商汤\""])
  func hostile(text: String) throws {
    _ = try store.names(containing: text, limit: 5)
  }

  @Test("A hit has the types of the entity")
  func types() throws {
    let hit = try #require(try store.names(withKeys: ["余锋伟"]).first)
    #expect(hit.entity == node("yu"))
    #expect(hit.types == [Schema.person])
  }
}
