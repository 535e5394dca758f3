import KGText
import Testing

@testable import KGProfiles

@Suite("Features of the tokens of references") struct ReferenceFeaturesTests {
  private static func features(_ text: String) -> [[String]] {
    let context = ReferenceContext(SourceText(plain: text).whole)
    return ReferenceFeatures(context, isDescribed: true).all.textsOfTokens
  }

  @Test("a token has its shape, with those of its neighbours, and the kind of its word")
  func tokens() {
    let all = Self.features("Quill and Foe")
    #expect(all[0].contains("shape=Xx"))
    #expect(all[0].contains("@shapes=start,Xx,xx"))
    #expect(all[1].contains("kind=and"))
    #expect(all[1].contains("word=and"))
    #expect(all[2].contains("@shapes=xx,Xx,end"))
  }

  @Test("no word of a person or a title is a feature")
  func words() {
    for features in Self.features("Ada Quill, Tessellations of boats") {
      let words = features.filter { $0.hasPrefix("word=") }
      #expect(words.isEmpty || words == ["word=of"])
    }
  }

  @Test("the place in the reference is told in fifths, and by lines from both ends")
  func places() {
    let all = Self.features("a b c d e")
    #expect(all.map { $0.first { $0.hasPrefix("@fifth") } } == (0..<5).map { "@fifth=\($0)" })
    let lines = Self.features("Slow boats\nAda Quill\nICML")
    #expect(lines[0].contains("@line=0,2"))
    #expect(lines[4].contains("@line=2,0"))
  }

  @Test("only references with quotations say of a token whether it is in one")
  func quotations() {
    let all = Self.features("Quill “slow boats” Sea")
    #expect(all[0].contains("@quotation=0"))
    #expect(all[2].contains("@quotation=1") && all[2].contains("quoted"))
    #expect(Self.features("Quill slow boats").allSatisfy { !$0.contains("@quotation=0") })
  }

  @Test("a segment has neighbours, or none at the ends")
  func segments() {
    let all = Self.features("Ada Quill. Slow boats. Sea")
    #expect(all[0].contains("@before=none"))
    #expect(all[0].contains { $0.hasPrefix("@after=") && $0 != "@after=none" })
    #expect(all[all.count - 1].contains("@after=none"))
    #expect(all[0].contains("@segment=0") && all[all.count - 1].contains("@segmentsLeft=0"))
  }

  @Test("features that are described have the hashes of those that are not")
  func hashes() {
    let context = ReferenceContext(SourceText(plain: "Quill, A. Slow boats. ICML 2020").whole)
    #expect(
      ReferenceFeatures(context).all.hashes
        == ReferenceFeatures(context, isDescribed: true).all.hashes)
  }
}
