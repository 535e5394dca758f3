import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("Blocks prepared for the outline") struct OutlineBlocksTests {
  private static func row(_ text: String) -> Block { Block(.tableRow, SourceText(plain: text)) }

  @Test(
    "a footer states who made the page and when",
    arguments: [
      ("© 2020 Ada Quill", true), ("Last updated: May 2020", true), ("Powered by Boats", true),
      ("版权所有 奎隆大学", true), ("Copyright of boats was my topic", true), ("The lake © 2020", false),
      ("Designed boats for lakes", false),
    ])
  func footers(text: String, isFooter: Bool) {
    #expect(Outline.isFooter(SourceText(plain: text).whole) == isFooter)
  }

  @Test("a row whose first cell names a section is that section")
  func labels() {
    let blocks = Outline.splittingLabel(
      Self.row("教育经历\t2010–2014 奎隆大学 本科\n2014–2018 奎隆大学 博士"))
    #expect(blocks.map(\.kind) == [.heading(level: 6), .paragraph])
    #expect(blocks.first?.span.string == "教育经历")
  }

  @Test("a row with another label, or with hardly any text, stays a row")
  func otherLabels() {
    #expect(
      Outline.splittingLabel(Self.row("Boats\tA long text about boats and about lakes, too")).count
        == 1)
    #expect(Outline.splittingLabel(Self.row("教育经历\t博士")).count == 1)
  }

  @Test("a bold label with a colon opens a section")
  func boldLabels() throws {
    let document = try DocumentReader.read(
      Array("**Education:** PhD, Quillon University, 2018\n".utf8))
    #expect(Outline(document).parts.compactMap(\.heading?.string) == ["Education"])
  }

  @Test("cells that are entries of several dated lines each are paragraphs of their own")
  func cells() {
    let blocks = Outline.splittingCells(
      Self.row("Quillon Labs\n2018 – 2020\tFennwick\n2015 – 2018"))
    #expect(blocks.map(\.span.string) == ["Quillon Labs\n2018 – 2020", "Fennwick\n2015 – 2018"])
    #expect(Outline.splittingCells(Self.row("Quillon Labs\t2018 – 2020")).count == 1)
  }

  @Test("a paragraph is split at the lines that are headings")
  func lines() {
    let block = Block(
      .paragraph, SourceText(plain: "Ada Quill\nEducation\nPhD, 2018\nAwards\nMedal"))
    #expect(
      Outline.splittingAtHeadings(block).map(\.span.string)
        == ["Ada Quill", "Education", "PhD, 2018", "Awards", "Medal"])
    let plain = Block(.paragraph, SourceText(plain: "Ada Quill\nbuilds boats"))
    #expect(Outline.splittingAtHeadings(plain).count == 1)
  }
}
