import KGLexicon
import Testing

@testable import KGProfiles

@Suite("Links of the owner") struct PersonRecordOwnerLinksTests {
  private static func person(_ text: String) throws -> PersonRecord {
    try ProfileExtractor.extract(Array(text.utf8)).record.person
  }

  @Test("links before the sections are the owner's, those of papers are not")
  func places() throws {
    let person = try Self.person(
      """
      # Ada Quill

      [GitHub](https://github.com/ada-quill)

      ## Publications

      - Bo Foe. Slow boats on lakes. ICML, 2020. [Bo](https://github.com/bo-foe)
      """)
    #expect(person.identifiers.map(\.value) == ["https://github.com/ada-quill"])
  }

  @Test("a domain without a scheme among the data of the owner is the home page")
  func domains() throws {
    #expect(
      try Self.person("# Ada Quill\n\nOslo · adaquill.example · boats\n").homepages.map(\.value)
        == ["adaquill.example"])
    #expect(try Self.person("# Ada Quill\n\nOslo · v2.0 · e.g. boats\n").homepages.isEmpty)
  }
}
