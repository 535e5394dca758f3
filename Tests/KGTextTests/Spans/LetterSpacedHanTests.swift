import Testing

@testable import KGText

@Suite("Chinese words that are spaced out") struct LetterSpacedHanTests {
  private func joined(_ text: String) -> String {
    LetterSpacedHan.joined(SourceText(plain: text)).whole.string
  }

  @Test(
    "the spaces between single characters go, whatever they are",
    arguments: [
      ("教 育 背 景", "教育背景"), ("姓　　名：莫青洛", "姓名：莫青洛"), ("莫\u{A0}青", "莫青"), ("  教 育  ", "  教育  "),
      ("教 育\n经 历", "教育\n经历"), ("（教 育）\t2019", "（教育）\t2019"),
    ])
  func joined(text: String, word: String) {
    #expect(joined(text) == word)
  }

  @Test(
    "words of several characters, other scripts and long lines keep them",
    arguments: [
      "教育 背景", "教 育背 景", "A 教 育", "slow looms", "一 二 三 四 五 六 七 八 九", "莫 2 青", "教", " ", "",
    ])
  func kept(text: String) {
    #expect(joined(text) == text)
  }

  @Test("places in the source and marks stay with their characters")
  func places() {
    let plain = SourceText(plain: "教 育: looms")
    let text = LetterSpacedHan.joined(
      SourceText(
        scalars: plain.scalars, offsets: plain.offsets, marks: [.init(kind: .strong, range: 2..<10)]
      ))
    #expect(text.whole.strongRuns.map(\.string) == ["育: looms"])
    #expect(text.whole.byteRange == 0..<14)
    #expect(text.whole.slice(1..<2).byteRange == 4..<7)
  }
}
