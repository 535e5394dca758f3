import KGText
import Testing

@testable import KGReaders

@Suite("Tags with thousands of attributes")
struct ExcessAttributesTests {
  private func blanked(_ html: String) -> String {
    String(decoding: ExcessAttributes.blanked(Array(html.utf8)), as: UTF8.self)
  }

  @Test(
    "Ordinary tags stay as they are",
    arguments: [
      "<p>a < b and c</p>", "<a href='x y z > w' title=\"1 2 3\">A</a>", "<br/>", "<", "a <b",
      "<img alt = \"\(String(repeating: "word ", count: 2000))\">",
    ])
  func stays(html: String) {
    #expect(blanked(html) == html)
  }

  @Test("Attributes after the first thousand are blanked; places after them stay")
  func excess() {
    let html = "<p" + (1...1500).map { " a\($0)='>'" }.joined() + ">Ada Quill</p>"
    let result = blanked(html)
    #expect(result.utf8.count == html.utf8.count)
    #expect(result.contains(" a1000='>'"))
    #expect(!result.contains("a1001"))
    #expect(result.hasSuffix(" >Ada Quill</p>"))
  }

  @Test("A page with such a tag is read")
  func page() {
    let html = "<p" + (1...20_000).map { " a\($0)" }.joined() + ">Ada Quill</p><p>Bo Tamm</p>"
    #expect(
      HTMLReader.read(Array(html.utf8)).blocks.map(\.span.string) == ["Ada Quill", "Bo Tamm"])
  }
}
