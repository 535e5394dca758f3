import KGLexicon
import KGModel
import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("Owners named by images")
struct OwnerImageTests {
  @Test("An image names the owner only when the name is an author of the page")
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
