import KGText
import Testing

@testable import KGReaders

@Suite("Markup within lines")
struct InlineMarkupTests {
  @Test(
    "A backslash shows the whole character after it, however many bytes it has",
    arguments: ["é", "李", "🎓", "*"])
  func escapes(character: String) throws {
    let bytes = Array("a \\\(character) b".utf8)
    for document in [JemdocReader.read(bytes), RSTReader.read(bytes)] {
      let span = try #require(document.blocks.first?.span)
      #expect(span.string == "a \(character) b")
      #expect(span.byteRange == 0..<bytes.count)
    }
  }
}
