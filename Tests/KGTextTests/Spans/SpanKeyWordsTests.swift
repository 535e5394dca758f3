import KGModel
import Testing

@testable import KGText

@Suite("Words of keys")
struct SpanKeyWordsTests {
  private func hashes(_ text: String) -> [UInt64]? {
    SourceText(plain: text).whole.keyWordHashes(atMost: 9)
  }

  @Test(
    "The words are those of the folded key, with Han characters apart",
    arguments: [
      ("Xi'an Jiaotong-University", "xian jiaotong university"), ("Würth (R&D)", "wurth r d"),
      ("中科院A所", "中 科 院 a 所"), ("", ""), ("…".replacing("…", with: "--"), ""),
    ])
  func words(text: String, key: String) {
    #expect(
      hashes(text) == key.split(separator: " ").map { CharacterHash($0.unicodeScalars).value })
  }

  @Test("A text with characters that fold together has none")
  func complex() {
    #expect(hashes("Straße") == nil)
  }

  @Test("No more words are read than wanted")
  func limit() {
    let span = SourceText(plain: String(repeating: "a ", count: 100)).whole
    #expect(span.keyWordHashes(atMost: 3)?.count == 3)
  }
}
