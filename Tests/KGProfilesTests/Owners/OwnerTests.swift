import Foundation
import KGLexicon
import KGModel
import KGText
import Testing

@testable import KGProfiles

@Suite("Whose document it is")
struct OwnerTests {
  private func record(_ text: String) throws -> ProfileRecord {
    try ProfileExtractor.extract(Array(text.utf8)).record
  }

  @Test("The owner of a page without a name has no name")
  func unnamed() throws {
    let record = try record(
      "---\ntitle: \"About me\"\n---\nEngineer, ACME\n===\n\nI like engines.\n")
    #expect(record.person.name == nil)
  }

  @Test("“Curriculum Vitae” is not a name; titles are not part of one")
  func titleOfCV() throws {
    let record = try record("# Curriculum Vitae\n\n**Dr. Maria Lindqvist**\n\n## Education\n")
    #expect(record.person.name?.value == "Maria Lindqvist")
    #expect(try self.record("# 个人简历\n\n## 教育背景\n").person.name == nil)
  }

  @Test("The only author whom at least two lists set off is the owner of a page without a name")
  func emphasizedOwner() throws {
    let twice = """
      ## Publications

      **Scaling Tiny Models with Care**
      Yuna Park, **Lea Sand**, Mira Holt
      *NeurIPS, 2023* (Spotlight)

      **Reading Tables Twice**
      **Lea Sand**\\*, Tom Ford\\*, Jonas Ek
      *ACL 2022*
      """
    let record = try record(twice)
    #expect(record.person.name?.value == "Lea Sand")
    #expect(
      record.papers.map(\.title.value) == ["Scaling Tiny Models with Care", "Reading Tables Twice"])
    #expect(record.papers.last?.authors.map(\.value) == ["Lea Sand", "Tom Ford", "Jonas Ek"])
    let once = twice.components(separatedBy: "**Reading")[0]
    #expect(try self.record(once).person.name == nil)
  }

  @Test("An image description names the owner only if it is an author of the page")
  func image() throws {
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
