import KGLexicon
import KGModel
import KGText
import Testing

@testable import KGProfiles

@Suite("Patents")
struct PatentsTests {
  private func record(_ text: String) throws -> ProfileRecord {
    try ProfileExtractor.extract(Array(text.utf8)).record
  }

  @Test(
    "The title of a patent is found between its inventors and its number",
    arguments: [
      "**A. Quill**, B. Reed: *Gripper with many soft fingers*. EP 3 741 555 B1, 2022.",
      "A. Quill, B. Reed: Gripper with many soft fingers. EP 3 741 555 B1, 2022.",
      "Gripper with many soft fingers. **A. Quill**, B. Reed. US 2025/0055555 A1.",
      "KR 10-2024-0155503 (filed), Gripper with many soft fingers",
      "B. Reed, A. Quill, “Gripper with many soft fingers,” WO Patent 2015/000456 A1, 2015.",
    ])
  func patentTitle(line: String) throws {
    let record = try record("# Ada Quill\n\n## Patents\n\n- \(line)\n")
    #expect(record.patents.map(\.title.value) == ["Gripper with many soft fingers"])
    #expect(record.patents.first?.number != nil)
  }

  @Test("A number in a separate line belongs to the title in the same entry")
  func patentInTwoLines() throws {
    let record = try record(
      "# Ada Quill\n\n## Patents\n\n- US 12555014, Jan. 2025\\\nGripper with many soft fingers\n"
        + "- Boiler with two small lids\\\nEP 23 155 501.9, 2023\n")
    #expect(record.patents.map { $0.number?.value } == ["US 12555014", "EP 23 155 501.9"])
    #expect(record.patents.map { $0.year?.value } == [2025, 2023])
  }

  @Test("The number of an application after its label shows a patent in a list of papers")
  func labelledApplication() throws {
    let record = try record("# 蓝音\n\n## 学术成果\n\n1. 一种数灯塔的方法及装置，申请号：202410919000.1\n")
    #expect(record.patents.map(\.title.value) == ["一种数灯塔的方法及装置"])
    #expect(record.patents.map { $0.number?.value } == ["202410919000.1"])
    #expect(record.papers.isEmpty)
  }

  @Test("A shorter number after such a label is that of another application")
  func otherApplication() throws {
    #expect(!Patents.isPatent(SourceText(plain: "湖泊基金，申请号：123456").whole))
    #expect(!Patents.isPatent(SourceText(plain: "Application No. 20240001").whole))
    #expect(!Patents.isPatent(SourceText(plain: "A patent of 1987 on boats").whole))
  }

  @Test("A numbered patent in a list of publications is no paper")
  func amongPapers() throws {
    let record = try record(
      "# Ada Quill\n\n## Publications\n\n- A. Quill, B. Foe. Slow boats. ICML 2021.\n"
        + "- US Patent 10,733,000 B2: Gripper with many soft fingers, 2020.\n")
    #expect(record.patents.map(\.title.value) == ["Gripper with many soft fingers"])
    #expect(record.papers.map(\.title.value) == ["Slow boats"])
  }
}
