import KGLexicon
import KGModel
import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("Images")
struct ImageTests {
  @Test(
    "What is said of an image is kept apart from the text",
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

  @Test("An image names the owner who is an author of the page, and nobody else")
  func owner() throws {
    let page = { (alt: String) in
      "## About me\n\n![\(alt)](me.jpg)\n\n## Publications\n\n- Ada Quill, Bo Foe. *A study of things*. ICML 2020.\n"
    }
    let name = { (alt: String) in
      try ProfileExtractor.extract(Array(page(alt).utf8)).record.person.name?.value
    }
    #expect(try name("Photo of Ada Quill") == "Ada Quill")
    #expect(try name("Photo of Cy Doe") == nil)
    #expect(try name("ada@example.org") == nil)
  }
}
