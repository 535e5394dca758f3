import KGLexicon
import KGModel
import KGText
import Testing

@testable import KGProfiles

@Suite("Positions and degrees in sentences")
struct BiographyTests {
  private func record(_ text: String) throws -> ProfileRecord {
    try ProfileExtractor.extract(Array(text.utf8)).record
  }

  @Test("A Chinese clause takes what it leaves out from the clauses before")
  func chinese() throws {
    let record = try record(
      """
      # 李雷

      李雷，清华大学计算机系教授。1997年毕业于武汉大学，获理学学士学位；2001年获南京大学软件工程专业硕士学位。\
      2004年7月加入清华大学，任副教授，2013年晋升教授。其间曾于2016年8月至2017年2月在东京大学任客座教授。\
      现为中国计算机学会某专业委员会委员。已培养博士7名，毕业生就职于北京大学等单位。

      """)
    let degrees = record.education.map { [$0.organization.value, $0.degree?.value ?? ""] }
    #expect(degrees == [["武汉大学", "理学学士"], ["南京大学", "硕士学位"]])
    let positions = record.affiliations.map {
      "\($0.organization.value) \($0.role?.value ?? "-") \($0.interval?.value.start?.year ?? 0)"
    }
    // The promotion dates the professorship of the first sentence.
    #expect(positions == ["清华大学 教授 2013", "清华大学 副教授 2004", "东京大学 客座教授 2016"])
  }

  @Test(
    "A clause with neither a date nor a degree is read without them",
    arguments: ["李雷考入清华大学。现为教授。", "李雷毕业于清华大学。现为教授。"])
  func chineseWithoutDate(text: String) throws {
    let record = try record("# 李雷\n\n## 简介\n\n\(text)\n")
    #expect(record.education.map(\.organization.value) == ["清华大学"])
    #expect(record.education.first?.interval == nil)
  }

  @Test("Each degree of a sentence belongs to its own university")
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

  @Test("“Joined in” states a start and no end")
  func joined() throws {
    let record = try record("# Ada Quill\n\nI joined the Technion in October 2021.\n")
    #expect(
      record.affiliations.first?.interval?.value.interval
        == Interval(start: PartialDate(year: 2021, month: 10), end: .unknown))
  }

  @Test(
    "Positions are read from one sentence",
    arguments: [
      (
        "I have interned at Google Research (2021), Meta AI (summer 2022) and NVIDIA.",
        ["Google Research interned 2021", "Meta AI interned 2022", "NVIDIA interned -"]
      ),
      (
        "During my PhD I interned at Microsoft Research Asia with Dr. Li Lei, at Adobe Research, and at Snap.",
        ["Microsoft Research Asia interned -", "Adobe Research interned -", "Snap interned -"]
      ),
      (
        "I've spent time at NVIDIA Research, Google (twice) and Disney Research.",
        ["NVIDIA Research - -", "Google - -", "Disney Research - -"]
      ),
      (
        "After finishing my PhD in 2015, I joined Bosch as a research engineer.",
        ["Bosch research engineer 2015"]
      ),
      (
        "Between 2016 and 2019 I was a lecturer at Lancaster University, UK.",
        ["Lancaster University lecturer 2016"]
      ),
      ("I do not work for Google, although my students did at Meta.", []),
      ("I led a joint project with Toyota, and he holds three patents with IBM.", []),
      ("A few months ago, I presented our work at MIT.", []),
      ("In summer 2019 I gave a course at Tsinghua University.", []),
      ("In 2015 she moved to Seattle.", []),
      ("I have worked at 12 startups in five countries.", []),
      ("I visited Stanford University from 2018 to 2019.", ["Stanford University - 2018"]),
      (
        "I am not only a professor at Carnegie Mellon University but also a scientist at Google.",
        ["Carnegie Mellon University professor -", "Google scientist -"]
      ),
    ])
  func positions(sentence: String, positions: [String]) throws {
    let record = try record("# Ada Quill\n\n\(sentence)\n")
    let found = record.affiliations.map { position in
      let year = position.interval?.value.start.map { String($0.year) }
      return "\(position.organization.value) \(position.role?.value ?? "-") \(year ?? "-")"
    }
    #expect(found == positions)
  }

  @Test(
    "Degrees are read from one sentence",
    arguments: [
      (
        "I received the M.S. and Ph.D. degrees from the University of Waterloo in 2012 and 2016, respectively.",
        ["University of Waterloo M.S. 2012", "University of Waterloo Ph.D. 2016"]
      ),
      (
        "I received my BS and MS from Peking University and Tsinghua University in 2015 and 2018.",
        ["Peking University BS 2015", "Tsinghua University MS 2018"]
      ),
      (
        "Earlier, I studied mathematics at the University of Nairobi (B.Sc. 2012, M.Sc. 2014).",
        ["University of Nairobi B.Sc. 2012", "University of Nairobi M.Sc. 2014"]
      ),
      ("I worked with J.D. Foe at Stanford University in 2012.", []),
      ("I received the A.M. Turing prize at Cornell University.", []),
      ("For my master's thesis I went to Carnegie Mellon University in 2016.", []),
    ])
  func degrees(sentence: String, degrees: [String]) throws {
    let record = try record("# Ada Quill\n\n\(sentence)\n")
    let found = record.education.map { education in
      let year = education.interval?.value.printedEnd.map { String($0.year) }
      return "\(education.organization.value) \(education.degree?.value ?? "-") \(year ?? "-")"
    }
    #expect(found == degrees)
  }

  @Test("A degree stated in a sentence has an end and no start")
  func biography() throws {
    let record = try record(
      "# Ada Lovelace\n\nI earned my Bachelor of Science in Mathematics from Southeast University in 2010.\n"
    )
    let education = try #require(record.education.first)
    #expect(education.organization.value == "Southeast University")
    #expect(education.field?.value == "Mathematics")
    #expect(
      education.interval?.value.interval
        == Interval(start: nil, end: .closed(PartialDate(year: 2010))))
  }

  @Test("Degrees, advisers and positions with their years are read from Chinese sentences")
  func chineseBiography() throws {
    let record = try record(
      """
      # 刘明

      刘明，教授。2010年毕业于中国科学技术大学，获学士学位；2015年毕业于香港科技大学，获博士学位，师从陈刚教授。\
      2015年至2017年在微软亚洲研究院任副研究员，2017年加入浙江大学。曾在清华大学举办的比赛中获奖。
      """)
    #expect(record.education.map(\.organization.value) == ["中国科学技术大学", "香港科技大学"])
    #expect(record.education.map { $0.interval?.value.start } == [nil, nil])
    #expect(record.education.map { $0.interval?.value.printedEnd?.year } == [2010, 2015])
    #expect(record.education.last?.advisers.map(\.value) == ["陈刚"])
    #expect(record.affiliations.map(\.organization.value) == ["微软亚洲研究院", "浙江大学"])
    #expect(record.affiliations.first?.role?.value == "副研究员")
    #expect(record.affiliations.last?.interval?.value.end == .unknown)
  }

  @Test("The unit before an institution is read, without its article")
  func englishBiography() throws {
    let record = try record(
      """
      # Tomas Novak

      I'm an Assistant Professor at the Department of Computer Science, University of Toronto, and a \
      faculty member at the Vector Institute. I obtained my PhD from Charles University in 2018 under the \
      supervision of Jan Dvorak.

      ## Work experience

      * Summer 2016: Research Intern
        * Google Brain, Mountain View
        * Supervisor: Ilya Petrov
      """)
    let positions = record.affiliations
    #expect(
      positions.map(\.organization.value) == [
        "Google Brain", "University of Toronto", "Vector Institute",
      ])
    #expect(positions[1].unit?.value == "Department of Computer Science")
    #expect(positions[1].isCurrent && positions[2].isCurrent)
    #expect(positions.first?.kind == .intern)
    #expect(positions.first?.advisers.map(\.value) == ["Ilya Petrov"])
    #expect(record.education.first?.advisers.map(\.value) == ["Jan Dvorak"])
  }
}
