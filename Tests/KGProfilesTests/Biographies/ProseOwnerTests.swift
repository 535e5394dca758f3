import KGText
import Testing

@testable import KGProfiles

@Suite("The person whom a biography is about") struct ProseOwnerTests {
  private static func owner(after text: String, isFirst: Bool = true) throws -> ProseOwner {
    var owner = ProseOwner()
    owner.isFirstSentence = isFirst
    owner.learn(from: try #require(MarkedSentence(text).sentence))
    return owner
  }

  private static func name(_ text: String) -> Span { SourceText(plain: text).whole }

  @Test("the subject of the first sentence is the owner, by any word of the name")
  func name() throws {
    let owner = try Self.owner(after: "Lena Ostrow joined Norvale University in 2016.")
    #expect(owner.mayBe(Self.name("Ostrow")))
    #expect(owner.mayBe(Self.name("Lena")))
    #expect(!owner.mayBe(Self.name("Bo Foe")))
  }

  @Test("a later sentence names someone else")
  func laterSentence() throws {
    let owner = try Self.owner(after: "Bo Foe joined Norvale University in 2016.", isFirst: false)
    #expect(owner.words.isEmpty)
    #expect(!owner.mayBe(Self.name("Bo Foe")))
  }

  @Test("where the text says “I”, no name is the owner's")
  func firstPerson() throws {
    let owner = try Self.owner(after: "I joined Norvale University in 2016.")
    #expect(owner.isFirstPerson)
    #expect(!owner.mayBe(Self.name("Lena Ostrow")))
  }

  @Test("before any sentence a name in the first one may be the owner's")
  func beginning() {
    var owner = ProseOwner()
    #expect(!owner.mayBe(Self.name("Lena Ostrow")))
    owner.isFirstSentence = true
    #expect(owner.mayBe(Self.name("Lena Ostrow")))
  }
}
