import Testing

@testable import KGText

@Suite("Words of a span") struct SpanWordsTests {
  private func span(_ text: String) -> Span { SourceText(plain: text).whole }

  @Test(
    "words are runs of letters and digits, and each Han character",
    arguments: [
      ("Slow looms, 2nd ed.", ["Slow", "looms", "2nd", "ed"]),
      ("慢速loom机2", ["慢", "速", "loom", "机", "2"]),
      ("Émigré’s", ["Émigré", "s"]), ("ＡＢ-c", ["ＡＢ", "c"]), ("ＩＣＭＬ２０２１", ["ＩＣＭＬ２０２１"]),
      ("織り機", ["織", "り", "機"]),
      ("--- , ", []), ("", []),
    ])
  func words(text: String, words: [String]) {
    let span = span(text)
    #expect(span.words.map(\.string) == words)
    #expect(span.wordCount == words.count)
    #expect(span.lastWord?.string == words.last)
    #expect(span.words(atMost: 2).map(\.string) == Array(words.prefix(2)))
    #expect(span.hasMoreWords(than: words.count) == false)
    #expect(words.isEmpty || span.hasMoreWords(than: words.count - 1))
  }

  @Test("a word is cut where the span is, and keeps its place in the source")
  func bounds() {
    let part = span("慢 looms 机").slice(3..<7)
    #expect(part.words.map(\.string) == ["ooms"])
    #expect(part.lastWord?.byteRange == 5..<9)
    #expect(span("looms机").lastWord?.range == 5..<6)
    #expect(span("机looms.").lastWord?.range == 1..<6)
  }
}
