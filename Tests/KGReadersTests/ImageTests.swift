import KGReaders
import KGText
import Testing

@Suite("Images")
struct ImageTests {
  @Test(
    "The description of an image is kept separately from the text",
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
