import Testing

@testable import KGReaders

@Suite("HTML tags")
struct HTMLTagTests {
  private func tag(_ text: String) -> HTMLTag? {
    HTMLTag.first(in: Array(text.utf8), from: 0, to: text.utf8.count)
  }

  @Test("Name, attributes and bytes of the first tag after comments")
  func attributes() throws {
    let found = try #require(
      tag("a < b <!-- <i> --> <DIV hidden class='x y' id=top data-n = \"1>2\">"))
    #expect(found.name == "div")
    #expect(!found.isClosing && !found.isSelfClosing)
    #expect(found.attributes == ["hidden": "", "class": "x y", "id": "top", "data-n": "1>2"])
    #expect(found.range == 19..<65)
  }

  @Test("Closing and self-closing tags; no tag without its end")
  func ends() {
    #expect(tag("</p >")?.isClosing == true)
    #expect(tag("<br/>")?.isSelfClosing == true)
    #expect(tag("<p class=") == nil)
    #expect(tag("1 < 2 > 0") == nil)
  }
}
