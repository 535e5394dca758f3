import Testing

@testable import GoldScoring

@Suite("Folded text")
struct FoldedTextTests {
  @Test(
    "Case, accents, width, markup and punctuation make no difference",
    arguments: [
      ("José García", "jose garcia"), ("Ｚｅｎ－ＮＡＳ", "zen nas"), ("Müller-Groß", "muller gross"),
      ("<b>Deep</b> nets", "deep nets"), ("\\emph{Deep} nets", "deep nets"), ("Łódź", "lodz"),
      ("Søren", "soren"), ("ﬁne-tuning", "fine tuning"), ("a_b", "a b"), ("x²", "x2"),
      ("a < b", "a b"), ("İstanbul ılık", "istanbul ilik"),
    ])
  func words(text: String, words: String) {
    #expect(FoldedText(text).words.joined(separator: " ") == words)
  }

  @Test("Each Han, kana and Hangul scalar is a word")
  func eastAsianWords() {
    #expect(FoldedText("深度学习DL入門の책").words == ["深", "度", "学", "习", "dl", "入", "門", "の", "책"])
  }

  @Test("A letter that follows a combining mark is kept")
  func combiningMark() {
    #expect(FoldedText("\u{301}abc e\u{301}").letters.string == "abce")
  }

  @Test("Similar texts share at least half of the longer one's words")
  func similar() {
    #expect(FoldedText("Senior Research Scientist").isSimilar(to: FoldedText("research scientist")))
    #expect(!FoldedText("Senior Research Scientist").isSimilar(to: FoldedText("scientist")))
    #expect(!FoldedText("Research Scientist").isSimilar(to: FoldedText("research engineer")))
    #expect(!FoldedText("–").isSimilar(to: FoldedText("–")))
  }
}
