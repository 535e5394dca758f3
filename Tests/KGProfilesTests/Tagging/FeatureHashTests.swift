import KGText
import Testing

@testable import KGProfiles

@Suite("Hashes of features") struct FeatureHashTests {
  private func whole(_ text: String) -> FeatureHash {
    Array(text.utf8).withUnsafeBufferPointer { FeatureHash(feature: $0) }
  }

  @Test("the hash of a name with a value is that of the whole text, however it was put together")
  func parts() {
    #expect(FeatureHash("starts line") == whole("starts line"))
    #expect(FeatureHash("left").appending(.number(4)) == whole("left=4"))
    #expect(FeatureHash("before").appending(.number(-12)) == whole("before=-12"))
    #expect(FeatureHash("shape").appending(.text("Xx")) == whole("shape=Xx"))
    #expect(FeatureHash("sign").appending(.character(0x2C)) == whole("sign=,"))
    let pair = FeatureHash("edges").appending(.text("a longer value")).appending(.number(2))
    #expect(pair == whole("edges=a longer value,2"))
    let word = SourceText(plain: "Émigré").whole
    #expect(FeatureHash("word").appending(valuesOf: word) == whole("word=émigré"))
  }

  @Test("names and values that differ have different hashes")
  func differences() {
    let texts = [
      "left", "left=", "left=1", "left=2", "left=12", "left=1,2", "left=,", "leaf=1",
      "a longer name of a feature",
    ]
    #expect(Set(texts.map { whole($0) }).count == texts.count)
  }

  @Test("a word counts in its folded characters")
  func words() {
    let hash = { (text: String) in FeatureHash().appending(SourceText(plain: text).whole) }
    #expect(hash("ÉTÉ") == hash("été"))
    #expect(hash("Quill") != hash("Quilt"))
  }

  @Test("the hash of several texts, one after the other, depends on their order")
  func combination() {
    let hash = { (text: String) in FeatureHash().appending(SourceText(plain: text).whole) }
    let (start, ada, quill) = (FeatureHash(), hash("ada"), hash("quill"))
    let names = start.combined(with: ada).combined(with: quill)
    #expect(names != start.combined(with: quill).combined(with: ada))
    #expect(names != start.combined(with: ada))
  }
}
