import KGLexicon
import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("Headings without markup")
struct HeadingLinesTests {
  private func headings(_ text: String) throws -> [String] {
    let document = try DocumentReader.read(Array(text.utf8))
    return Outline(document).parts.compactMap(\.heading?.string)
  }

  @Test("Lines numbered in Roman numerals are headings, with letters below them")
  func roman() throws {
    let text = """
      CURRICULUM VITAE

      I.  EDUCATION

      Ph.D. Stanford University, 1998

      II. RESEARCH SUPPORT (last five years)

      NSF, 2019

      III. PUBLICATIONS          (* = student; citations 6,140)

      A.  Books

      A1. A. Quill, B. Foe, "Engines," Cambridge, 2010.

      B.  Abstracts and more

      B1. A. Quill, B. Foe, "Engines at rest," ICML, 2012.
      """
    #expect(
      try headings(text) == [
        "CURRICULUM VITAE",
        "EDUCATION", "RESEARCH SUPPORT (last five years)", "PUBLICATIONS", "Books",
        "Abstracts and more",
      ])
  }

  @Test("Lines numbered in Chinese are headings, also within a paragraph")
  func chinese() throws {
    let text = """
      一、教育背景
      2011.09~2016.12\t中南大学\t工学博士
      二、社会兼职
      某学会委员
      三、获奖情况
      1.2023年 某学会科技奖 一等奖
      """
    #expect(try headings(text) == ["教育背景", "社会兼职", "获奖情况"])
  }

  @Test("Lines in capitals are headings where several of them are known section titles")
  func capitals() throws {
    let text = """
      Ada Quill

      EDUCATION
      2010, Ph.D., Cornell University

      AWARDS
      2012, A prize

      GRANTS
      2013, NSF

      PUBLICATIONS
      A. Quill, B. Foe. Engines that think. ICML 2020.
      """
    #expect(try headings(text) == ["EDUCATION", "AWARDS", "GRANTS", "PUBLICATIONS"])
  }

  @Test("Employers in capitals are not section headings")
  func employersInCapitals() throws {
    let text = """
      EXPERIENCE

      GOOGLE RESEARCH
      Research Scientist, 2019 - 2022

      FOOBAR LABS
      Engineer, 2016 - 2018

      EDUCATION

      STANFORD UNIVERSITY
      Ph.D. in Computer Science, 2014 - 2019

      AWARDS

      2012, A prize
      """
    #expect(try headings(text) == ["EXPERIENCE", "EDUCATION", "AWARDS"])
    let record = try ProfileExtractor.extract(Array(text.utf8)).record
    #expect(record.affiliations.map(\.organization.value) == ["GOOGLE RESEARCH", "FOOBAR LABS"])
    #expect(record.education.map(\.organization.value) == ["STANFORD UNIVERSITY"])
  }

  @Test("A bold label with a colon at the beginning of a paragraph is a heading")
  func boldLabels() throws {
    let text = """
      # 蒋沐

      **职称**：教授

      **教育经历：** 2007.09—2011.07 哈尔滨工业大学 工学学士

      **荣誉奖励：** 科技进步二等奖（2022）；讲课大赛一等奖（2021）
      """
    #expect(try headings(text) == ["蒋沐", "教育经历", "荣誉奖励"])
    let record = try ProfileExtractor.extract(Array(text.utf8)).record
    #expect(record.education.map(\.organization.value) == ["哈尔滨工业大学"])
  }

  @Test("Authors with initials are not headings")
  func initials() throws {
    let text =
      "A. Quill, B. Foe. Engines that think. ICML 2020.\n\nB. Foe. Engines. 2021.\n\nC. Dee. Rest. 2022."
    #expect(try headings(text).isEmpty)
  }
}
