import KGModel
import Testing

@testable import KGIngest

@Suite("Biographies")
struct BiographyTests {
  private func record(_ text: String) throws -> ProfileRecord {
    try ProfileExtractor.extract(Array(text.utf8)).record
  }

  @Test("Chinese clauses take from those before what they leave out")
  func chinese() throws {
    let record = try record(
      """
      # 李雷

      李雷，清华大学计算机系教授。1997年毕业于武汉大学，获理学学士学位；2001年获南京大学软件工程专业硕士学位。\
      2004年7月加入清华大学，任副教授，2013年晋升教授。其间曾于2016年8月至2017年2月在东京大学任客座教授。\
      现为中国计算机学会某专业委员会委员。已培养博士7名，毕业生就职于北京大学等单位。

      """)
    let studies = record.education.map { [$0.organization.value, $0.degree?.value ?? ""] }
    #expect(studies == [["武汉大学", "理学学士"], ["南京大学", "硕士学位"]])
    let posts = record.affiliations.map {
      "\($0.organization.value) \($0.role?.value ?? "-") \($0.interval?.value.start?.year ?? 0)"
    }
    // The promotion dates the professorship of the first sentence.
    #expect(posts == ["清华大学 教授 2013", "清华大学 副教授 2004", "东京大学 客座教授 2016"])
  }

  @Test("Degrees of one sentence belong each to its university, the first to the first")
  func degrees() throws {
    let record = try record(
      """
      # Ada Quill

      I got my Ph.D. in computer science from Princeton in 2019 (advisor: Bo Foe), an M.Sc. from the Weizmann \
      Institute (2014), and a B.Sc. from the Hebrew University (2011).

      """)
    #expect(
      record.education.map(\.organization.value)
        == ["Princeton", "Weizmann Institute", "Hebrew University"])
    #expect(record.education.map { $0.interval?.value.printedEnd?.year } == [2019, 2014, 2011])
    #expect(record.education[0].advisers.map(\.value) == ["Bo Foe"])
  }

  @Test("Who joined began; the end is not said")
  func joined() throws {
    let record = try record("# Ada Quill\n\nI joined the Technion in October 2021.\n")
    #expect(
      record.affiliations.first?.interval?.value
        == Interval(start: PartialDate(year: 2021, month: 10), end: .unknown))
  }
}
