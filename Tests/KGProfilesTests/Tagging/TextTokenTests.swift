import KGText
import Testing

@testable import KGProfiles

@Suite("Tokens of a text") struct TextTokenTests {
  private static func tokens(_ text: String) -> [(text: String, gap: TextToken.Gap)] {
    let span = SourceText(plain: text).whole
    return TextToken.tokens(of: span).map { (span.slice($0.range).string, $0.gap) }
  }

  @Test("words end between letters and digits, signs stand alone")
  func words() {
    #expect(
      Self.tokens("NeurIPS21, pp. 4–17").map(\.text) == [
        "NeurIPS", "21", ",", "pp", ".", "4", "–", "17",
      ])
  }

  @Test("each character of a script without spaces is a token")
  func scripts() {
    #expect(Self.tokens("耐心を학습 of x").map(\.text) == ["耐", "心", "を", "학", "습", "of", "x"])
  }

  @Test("a letter keeps the accent that follows it")
  func accents() {
    #expect(Self.tokens("Tre\u{301}ma x").map(\.text) == ["Tre\u{301}ma", "x"])
  }

  @Test("a token knows what is before it: nothing, a space, a line end or the border of a cell")
  func gaps() {
    #expect(Self.tokens(" a, b\nc \td").map(\.gap) == [.start, .none, .space, .line, .tab])
  }

  @Test(
    "shapes name the case of words and the length of numbers",
    arguments: [
      ("Quill", "Xx"), ("machines", "xx"), ("CVPR", "XXX"), ("NeurIPS", "XxX"), ("Q", "X"),
      ("2021", "year"), ("1850", "1234"), ("45", "12"), ("耐", "han"), ("を", "kana"), ("★", "•"),
      ("，", ","), ("—", "–"), ("†", "†"),
    ])
  func shapes(_ text: String, _ shape: String) {
    let token = TextToken.tokens(of: SourceText(plain: text).whole).first
    #expect(token?.shape.name.description == shape)
  }
}
