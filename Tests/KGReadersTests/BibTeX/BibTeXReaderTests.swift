import KGText
import Testing

@testable import KGReaders

@Suite("BibTeX")
struct BibTeXReaderTests {
  private func entries(_ text: String) -> [BibTeXEntry] {
    var found: [BibTeXEntry] = []
    BibTeXReader.forEach(of: Array(text.utf8)) { found.append($0) }
    return found
  }

  private static let marks = ["\u{301}", "\u{20DD}", "\u{FE0F}", "\u{200D}"]

  @Test("A combining mark beside a brace or a quotation mark is of the value", arguments: marks)
  func besideSigns(mark: String) {
    let text =
      "@article{\(mark)quill,\(mark)\n  title = {\(mark)Engines},\n  year = \"\(mark)2020\"\n}\(mark)\n"
    #expect(BibTeXReader.isBibTeX(Array(text.utf8)[...]))
    let entry = entries(text).first
    #expect(entry?.key == mark + "quill")
    #expect(entry?.fields["title"]?.string.hasSuffix("Engines") == true)
    #expect(entry?.fields["year"]?.string.hasSuffix("2020") == true)
  }

  @Test("Comments may end with CRLF or a lone CR", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) {
    let text = ["% list\u{301}", "", "@article{quill, title = {Engines}}"].joined(separator: end)
    #expect(BibTeXReader.isBibTeX(Array(text.utf8)[...]))
    #expect(entries(text).map(\.key) == ["quill"])
  }

  @Test("A value whose end is missing keeps its last character", arguments: ["Engines", "引擎"])
  func unterminated(title: String) {
    #expect(entries("@article{quill, title = {\(title)").first?.fields["title"]?.string == title)
  }

  @Test(
    "Signs without their counterparts do not keep the reader busy",
    arguments: [
      "@", "@{", "@article", "@article{", "@article{a, =", "@article{a, t = {",
      "@article{a, t = \"",
      "@article{a, t = {\\", "@article{a, t = x #", "@string{", "@comment{", "@article{a, {{{",
      "@article(a, t = {x)}",
    ])
  func unfinished(text: String) {
    #expect(entries(text).count <= 1)
  }
}
