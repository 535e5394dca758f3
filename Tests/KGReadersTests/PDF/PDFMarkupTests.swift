import KGText
import Testing

@testable import KGReaders

@Suite("The markup of a line of pdftohtml")
struct PDFMarkupTests {
  private func runs(_ line: String) -> [PDFMarkup.Run] { PDFMarkup.runs(of: Array(line.utf8)[...]) }

  private func texts(_ content: String) -> [String] {
    runs("<text top=\"1\">" + content + "</text>").map(\.text)
  }

  private static let marks = ["\u{301}", "\u{20DD}", "\u{FE0F}", "\u{200D}"]

  @Test("Bold and italic type and links divide the text into runs")
  func faces() {
    #expect(
      runs(
        "<text top=\"1\">Ada <b>Quill</b> <i>at</i> <a href=\"http://loom.example\">Acme</a></text>"
      )
        == [
          .init(text: "Ada ", isBold: false, isItalic: false, link: nil),
          .init(text: "Quill", isBold: true, isItalic: false, link: nil),
          .init(text: " ", isBold: false, isItalic: false, link: nil),
          .init(text: "at", isBold: false, isItalic: true, link: nil),
          .init(text: " ", isBold: false, isItalic: false, link: nil),
          .init(text: "Acme", isBold: false, isItalic: false, link: "http://loom.example"),
        ])
  }

  @Test("A combining mark right after the end of a tag is text", arguments: marks)
  func afterTag(mark: String) {
    #expect(texts(mark + "Quill") == [mark + "Quill"])
    #expect(texts("<b>" + mark + "Quill</b>" + mark) == [mark + "Quill", mark])
    // With `>` searched as a character, only the end tag's `>` was found: after the end of the text.
    #expect(texts(mark) == [mark])
  }

  @Test("A combining mark before a tag is text", arguments: marks)
  func beforeTag(mark: String) {
    #expect(texts("Quill" + mark + "<i>" + mark + "</i>") == ["Quill" + mark, mark])
  }

  @Test("A combining mark beside a quotation mark is of the value or of the next name")
  func quotes() {
    let tag = Array("<a href=\"\u{301}x\"\u{301} top=\"\u{FE0F}\">".utf8)[...]
    #expect(PDFMarkup.attributes(of: tag) == ["href": "\u{301}x", "top": "\u{FE0F}"])
  }

  @Test(
    "A tag that does not end is text; a line without one of its tags has none",
    arguments: [
      ("<text top=\"1\">a < b</text>", ["a ", "< b"]),
      ("<text top=\"1\">a <b</text>", ["a ", "<b"]),
      ("<text top=\"1\">a", []), ("<text top=\"1\"", []), ("a</text>", []), ("</text>", []),
      ("<text \u{301}</text>", []), ("", []),
    ])
  func unterminated(line: String, expected: [String]) {
    #expect(runs(line).map(\.text) == expected)
  }

  @Test(
    "Attributes without quotes or without an end give no value",
    arguments: ["<text top=1>", "<text top=\"1>", "<text top>", "<text =", "="])
  func unquoted(tag: String) {
    let values = PDFMarkup.attributes(of: Array(tag.utf8)[...])
    #expect(values.filter { !$0.key.isEmpty } == [:])
  }

  @Test(
    "Entities are the characters they name; what is not an entity stays, unknown ones are left out",
    arguments: [
      ("a &amp; b", "a & b"), ("&lt;b&gt;", "<b>"), ("&quot;&apos;", "\"'"), ("&#65;&#x42;", "AB"),
      ("&#x301;", "\u{301}"), ("&amp;\u{301}", "&\u{301}"), ("a & b", "a & b"), ("&", "&"),
      ("&unknown;x", "x"), ("&#x110000;x", "x"), ("&am\u{301}p;", ""), ("&\u{301}amp;", ""),
      ("&amp", "&amp"), ("&averylongname;", "&averylongname;"), ("&amp;lt;", "&lt;"),
    ])
  func entities(source: String, expected: String) {
    #expect(PDFMarkup.decoded(Array(source.utf8)[...]) == expected)
  }
}
