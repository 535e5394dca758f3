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

  @Test(
    "The name in another script beside the name is the owner's, whatever its romanization",
    arguments: [
      ("# 廖書瑤 (Shu-Yao Liaw)", "廖書瑤", "Shu-Yao Liaw"),
      ("# LEUNG Ka Wai 梁家慧", "梁家慧", "Ka Wai Leung"),
      ("# 나도담 (Dodam Na)", "나도담", "Dodam Na"), ("# 夕凪　小夜（Sayo Yunagi）", "夕凪 小夜", "Sayo Yunagi"),
      ("# Shu-Yao Liaw (廖書瑤)", "Shu-Yao Liaw", "廖書瑤"),
    ])
  func secondScript(heading: String, name: String, other: String) throws {
    let person = try record(heading + "\n\nResearcher at MIT\n").person
    #expect(person.name?.value == name)
    #expect(person.otherNames.map(\.value) == [other])
  }

  @Test(
    "A title of a CV or of a section is not a name in Japanese or Korean",
    arguments: ["# 研究 業績\n", "# 履歴書\n", "# 이력서\n", "# 연구 분야\n"])
  func titles(heading: String) throws {
    #expect(try record(heading).person.name == nil)
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
