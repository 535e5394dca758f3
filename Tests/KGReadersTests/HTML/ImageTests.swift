import KGText
import Testing

@testable import KGReaders

@Suite("Images")
struct ImageTests {
  @Test(
    "The alternative text of an image is not part of the text",
    arguments: [
      "# Engines\n\n![Ada Quill](me.jpg) writes.\n",
      "# Engines\n\n<p><img src='me.jpg' alt='Ada Quill'> writes.</p>\n",
      "<html><body><h1>Engines</h1><p><img src='me.jpg' alt='Ada Quill'> writes.</p></body></html>",
    ])
  func kept(text: String) throws {
    let document = try DocumentReader.read(Array(text.utf8))
    #expect(document.images.map(\.string) == ["Ada Quill"])
    #expect(document.blocks.last?.span.string == "writes.")
  }
}
