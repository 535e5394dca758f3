import KGModel
import Testing

@Suite("The width of text on a terminal")
struct DisplayWidthTests {
  @Test(
    "Wide characters take two cells, combining marks none",
    arguments: [
      ("", 0), ("Ada", 3), ("余锋伟", 6), ("Ａ，", 4), ("ひらカナ한글", 12), ("e\u{301}", 1), ("é", 1),
      ("🙂", 2), ("🚀", 2), ("🪐", 2), ("✅", 2), ("✓", 1), ("❤", 1),
    ])
  func width(text: String, width: Int) {
    #expect(displayWidth(text) == width)
  }

  @Test(
    "A text that is too wide ends in an ellipsis within its width",
    arguments: [
      ("Ada Quill", 9, "Ada Quill"), ("Ada Quill", 8, "Ada Qui…"), ("余锋伟", 5, "余锋…"),
      ("余锋伟", 4, "余…"),
      ("余锋伟", 1, "…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
    ])
  func shortening(text: String, width: Int, expected: String) {
    #expect(shortened(text, toWidth: width) == expected)
  }
}
