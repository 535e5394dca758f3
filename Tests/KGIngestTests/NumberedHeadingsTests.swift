import Testing

@testable import KGIngest

@Suite("Headings numbered in sequence")
struct NumberedHeadingsTests {
  private func headings(_ text: String) throws -> [String] {
    let document = try DocumentReader.read(Array(text.utf8))
    return Outline(document).parts.compactMap(\.heading?.string)
  }

  @Test("Roman numbers, and letters below them")
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

  @Test("Chinese numbers, within paragraphs, too")
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

  @Test("Authors with initials are no headings")
  func initials() throws {
    let text =
      "A. Quill, B. Foe. Engines that think. ICML 2020.\n\nB. Foe. Engines. 2021.\n\nC. Dee. Rest. 2022."
    #expect(try headings(text).isEmpty)
  }
}
