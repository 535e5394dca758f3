import KGLexicon
import KGModel
import KGReaders
import KGText
import Testing

@testable import KGProfiles

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

  @Test(
    "Organizations, degrees and positions of one sentence",
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
  func posts(sentence: String, posts: [String]) throws {
    let record = try record("# Ada Quill\n\n\(sentence)\n")
    let found = record.affiliations.map { post in
      let year = post.interval?.value.start.map { String($0.year) }
      return "\(post.organization.value) \(post.role?.value ?? "-") \(year ?? "-")"
    }
    #expect(found == posts)
  }

  @Test(
    "Studies of one sentence",
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
  func studies(sentence: String, studies: [String]) throws {
    let record = try record("# Ada Quill\n\n\(sentence)\n")
    let found = record.education.map { study in
      let year = study.interval?.value.printedEnd.map { String($0.year) }
      return "\(study.organization.value) \(study.degree?.value ?? "-") \(year ?? "-")"
    }
    #expect(found == studies)
  }
}
