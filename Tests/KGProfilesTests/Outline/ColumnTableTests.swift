import KGText
import Testing

@testable import KGProfiles

@Suite("Tables whose first row names the columns") struct ColumnTableTests {
  private static func row(_ cells: String...) -> Block {
    Block(.tableRow, SourceText(plain: cells.joined(separator: "\t")))
  }

  @Test("a header has known names in most cells, one of them the title")
  func headers() {
    #expect(ColumnTable(header: Self.row("Title", "Year")) != nil)
    #expect(ColumnTable(header: Self.row("序号", "论文题目", "期刊", "时间")) != nil)
    #expect(ColumnTable(header: Self.row("Titel", "Autoren", "Jahr")) != nil)
    #expect(ColumnTable(header: Self.row("标题", "会议/期刊", "引用次数")) != nil)
    #expect(ColumnTable(header: Self.row("Paper", "Conference / Journal", "Cited by")) != nil)
    #expect(ColumnTable(header: Self.row("Author", "Year")) == nil)
    #expect(ColumnTable(header: Self.row("Title / Year", "Lake")) == nil)
    #expect(ColumnTable(header: Self.row("Title", "Boat", "Lake")) == nil)
    #expect(ColumnTable(header: Self.row("Title")) == nil)
  }

  @Test("a table with a column of venues, or of authors and no patents, is one of papers")
  func papers() throws {
    let isOfPapers = { ColumnTable(header: $0)?.isOfPapers }
    #expect(isOfPapers(Self.row("Title", "Venue")) == true)
    #expect(isOfPapers(Self.row("题目", "作者", "时间")) == true)
    #expect(isOfPapers(Self.row("专利名称", "发明人", "专利号")) == false)
    #expect(isOfPapers(Self.row("Project", "Period")) == false)
  }

  @Test("only a row of a table is a header")
  func kinds() {
    #expect(ColumnTable(header: Block(.paragraph, SourceText(plain: "Title\tYear"))) == nil)
  }

  @Test("a cell is found by its column, also after an empty one")
  func cells() throws {
    let table = try #require(ColumnTable(header: Self.row("**Title**", "Authors", "Year:")))
    let row = Self.row("Slow boats", "", "2020")
    #expect(table.cell("title", of: row)?.string == "Slow boats")
    #expect(table.cell("date", of: row)?.string == "2020")
    #expect(table.cell("authors", of: row) == nil)
    #expect(table.has("authors"))
    #expect(!table.has("venue"))
    #expect(table.cell("venue", of: row) == nil)
  }

  @Test("a row of half the cells or fewer is none of the table")
  func shortRows() throws {
    let table = try #require(ColumnTable(header: Self.row("Title", "Authors", "Year", "Venue")))
    #expect(table.cell("title", of: Self.row("Slow boats", "A. Quill")) == nil)
    #expect(table.cell("title", of: Self.row("Slow boats", "A. Quill", "2020")) != nil)
  }
}
