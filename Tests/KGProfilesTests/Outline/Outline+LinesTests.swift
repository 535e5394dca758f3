import KGText
import Testing

@testable import KGProfiles

@Suite("Titles and tables in lines of text without markup") struct OutlineLinesTests {
  private static func row(_ lines: String...) -> Block {
    Block(.tableRow, SourceText(plain: lines.joined(separator: "\n")))
  }

  @Test("a block is split at lines that are titles of sections")
  func titles() {
    let block = Self.row("教育经历", "北湖大学\t2015 – 2019", "已发表论文", "Ada Quill. Slow boats. 2020.")
    let parts = Outline.splittingAtTitles(block)
    #expect(
      parts.map(\.span.string)
        == ["教育经历", "北湖大学\t2015 – 2019", "已发表论文", "Ada Quill. Slow boats. 2020."])
    #expect(parts.map(\.kind) == [.paragraph, .tableRow, .paragraph, .tableRow])
  }

  @Test("a block of one line, or without a title, stays whole")
  func whole() {
    #expect(Outline.splittingAtTitles(Self.row("Education")).count == 1)
    #expect(Outline.splittingAtTitles(Self.row("Slow boats", "on lakes")).count == 1)
  }

  @Test("each row of a table is a block; a title goes on in the next line")
  func rows() throws {
    let block = Self.row(
      "Journals", "Title\tVenue\tCited", "by", "Slow boats on very\tICML 2020\t7", "quiet lakes",
      "Lanterns\tNeurIPS 2021\t3")
    let rows = Outline.splittingAtRows(block)
    #expect(
      rows.map(\.span.string) == [
        "Journals", "Title\tVenue\tCited", "Slow boats on very quiet lakes \tICML 2020\t7",
        "Lanterns\tNeurIPS 2021\t3",
      ])
    // A receipt of the title leads from its first to its last word.
    let table = try #require(ColumnTable(header: rows[1]))
    let title = try #require(table.cell("title", of: rows[2]))
    let source = block.span.string.utf8.map { $0 }
    #expect(
      String(decoding: source[title.byteRange], as: UTF8.self)
        == "Slow boats on very\tICML 2020\t7\nquiet lakes")
  }

  @Test("rows without the header of a table stay one block")
  func otherRows() {
    #expect(
      Outline.splittingAtRows(Self.row("2019\tNorvale", "2020\tEstor", "2021\tLac")).count == 1)
  }
}
