import KnowledgeGraph
import Testing

@Suite("Why")
struct ExplanationTests {
  private let graph: Graph

  init() throws {
    graph = try Profiles.graph(of: Profiles.samples)
  }

  @Test("Why two names are one person")
  func identity() throws {
    let why = try graph.why("余锋伟")
    #expect(why.identities.count == 1)
    #expect(why.identities.first?.reasons.map(\.rule) == ["pinyin", "owner-in-lists"])
  }

  @Test("What ties two people: the papers with file, line and words")
  func pair() throws {
    let facts = try graph.why("Fengwei Yu", "Peng Hu").facts
    #expect(!facts.isEmpty)
    for fact in facts {
      let place = try #require(fact.receipts.first)
      #expect(place.source == "fengwei-yu.zh.md")
      #expect(place.receipt.line > 1)
    }
    #expect(try graph.why("Fengwei Yu", "Rong Jin").facts.isEmpty)
  }

  @Test("What ties a person to an organization: the posts")
  func post() throws {
    let facts = try graph.why("Ming Lin", "DAMO Academy").facts
    #expect(facts.contains { $0.statement.contains("org:member") })
    #expect(facts.contains { $0.statement.contains("org:organization") })
  }
}
