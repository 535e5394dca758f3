import KGText
import Testing

@testable import KGLexicon

@Suite("Tables of phrases") struct PhraseTableTests {
  private let table = PhraseTable([
    ("mill", ["wind mill", "mill", "磨坊"]), ("loom", ["loom", "wind"]),
    ("other", ["mill"]),
  ])

  private func span(_ text: String) -> Span { SourceText(plain: text).whole }

  @Test("each phrase has the value of its row, of equal phrases that of the earlier")
  func values() {
    let text = span("Wind MILL, wind, 磨坊 and mill")
    #expect(table.matches(in: text).map(\.value) == ["mill", "loom", "mill", "mill"])
    #expect(table.matches(in: text).map(\.row) == [0, 1, 0, 0])
    #expect(table.firstMatch(in: text)?.range == 0..<9)
  }

  @Test("the best match is of the earliest row, not of the leftmost place")
  func best() {
    #expect(table.best(in: span("a loom in a mill"))?.value == "mill")
    #expect(table.firstMatch(in: span("a loom in a mill"))?.value == "loom")
    #expect(table.best(in: span("a boat")) == nil)
  }

  @Test("a match at a place begins there, and places are those of the whole text")
  func places() {
    let text = span("old mill loom")
    #expect(table.match(in: text, at: 4)?.value == "mill")
    #expect(table.match(in: text, at: 5) == nil)
    #expect(table.matches(in: text.from(5)).map(\.range) == [9..<13])
  }

  @Test("nothing is found in an empty span, at its end, or with an empty table")
  func nothing() {
    #expect(!table.contains(span("")))
    #expect(table.match(in: span("mill"), at: 4) == nil)
    let empty = PhraseTable<Int>([])
    #expect(!empty.contains(span("mill")))
    #expect(PhraseTable([(1, [])]).matches(in: span("mill")).isEmpty)
  }
}
