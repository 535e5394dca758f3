import Testing

@testable import KGText

@Suite("Parts of a span")
struct SpanSplittingTests {
  private func parts(_ text: String, at separators: StaticString, nesting: Bool = false) -> [String]
  {
    SourceText(plain: text).whole.split(at: separators, nesting: nesting).map(\.string)
  }

  @Test("Parts are trimmed, and empty ones are left out")
  func trimmed() {
    #expect(parts(" mills ,, looms;  ", at: ",;") == ["mills", "looms"])
    #expect(parts("mills and looms ", at: ",;") == ["mills and looms"])
    #expect(parts("  ", at: ",;").isEmpty && parts("", at: ",").isEmpty)
  }

  @Test("Separators are compared in folded form, in any script")
  func folded() {
    #expect(parts("磨坊，织机；船", at: ",;") == ["磨坊", "织机", "船"])
    #expect(parts("mills • looms", at: "|•") == ["mills", "looms"])
  }

  @Test("Separators within brackets count only without nesting")
  func nesting() {
    #expect(parts("mills (wind, water), looms", at: ",", nesting: true).count == 2)
    #expect(parts("mills (wind, water), looms", at: ",").count == 3)
    #expect(parts("mills), looms, 《风，水》", at: ",", nesting: true).count == 3)
  }

  @Test("White space and the given characters are trimmed at both ends")
  func trimming() {
    let span = SourceText(plain: " *“Mills”**. ").whole
    #expect(span.trimming("*.").string == "“Mills”")
    #expect(span.trimming("*.\"").string == "Mills")
    #expect(span.trimmed.string == "*“Mills”**.")
    #expect(SourceText(plain: " ** ").whole.trimming("*").isEmpty)
  }
}
