import Testing

@testable import KGText

@Suite("Folded characters") struct TextFoldTests {
  private func folded(_ text: String) -> String { SourceText(plain: text).whole.foldedString }

  @Test(
    "characters that mean the same to a parser are one",
    arguments: [
      ("LOOM Éß", "loom éß"), ("Ｌｏｏｍ１２！", "loom12!"), ("，、。；：∶（）", ",,.;::()"),
      ("【［〔】］〕", "[[[]]]"),
      ("–—―─−→", "––––––"), ("～〜∼", "~~~"), ("‐‑-", "---"), ("｜│", "||"), ("“”‘’", "\"\"''"),
      ("a\u{A0}b\u{3000}c\u{2009}d", "a b c d"), ("・", "·"), ("ΩЖ", "ωж"),
    ])
  func same(text: String, fold: String) {
    #expect(folded(text) == fold)
  }

  @Test("tabs, line ends, Han characters and characters of other planes stay")
  func kept() {
    for text in ["\t\n", "织機り한", "《loom》", "😀𠀀", "@[\\]^_`{|}~"] { #expect(folded(text) == text) }
  }

  @Test("each character folds to one, also where its small letter would be two")
  func places() {
    #expect(folded("İ").unicodeScalars.count == 1)
    let span = SourceText(plain: "İ（织机）").whole
    #expect(span.folded.count == span.count)
  }

  @Test("what is folded already stays")
  func idempotent() {
    let changed = (0...0x2FFFF).compactMap(Unicode.Scalar.init).filter {
      TextFold.fold(TextFold.fold($0)) != TextFold.fold($0)
    }
    #expect(changed.isEmpty)
  }
}
