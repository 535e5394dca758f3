import KGLexicon
import Testing

@testable import KGProfiles

@Suite("The owner among the authors") struct OwnerAuthorsTests {
  private static func name(_ text: String) throws -> String? {
    try ProfileExtractor.extract(Array(text.utf8)).record.person.name?.value
  }

  private static let list = """
    ## Publications

    - **Ada Quill**, Bo Foe. Slow boats on quiet lakes. NeurIPS, 2021.
    - Bo Foe, **Ada Quill**, Cy Dee. Lighthouses that rhyme. ICML, 2020.
    """

  @Test("the name that lists set off is the owner's")
  func emphasis() throws {
    #expect(try Self.name(Self.list) == "Ada Quill")
  }

  @Test("where lists set off different names, nobody is the owner")
  func different() throws {
    let other = Self.list.replacing("Bo Foe, **Ada Quill**", with: "**Bo Foe**, Ada Quill")
    #expect(try Self.name(other) == nil)
  }

  @Test("a list that is set off as a whole sets no name off")
  func whole() throws {
    let all = """
      ## Publications

      - **Ada Quill, Bo Foe**. Slow boats on quiet lakes. NeurIPS, 2021.
      - **Ada Quill, Cy Dee**. Lighthouses that rhyme. ICML, 2020.
      """
    #expect(try Self.name(all) == nil)
  }
}
