import KGLexicon
import KGText
import Testing

@testable import KGProfiles

@Suite("Papers in tables") struct ColumnTablePapersTests {
  private static func paper(_ header: String, _ row: String) throws -> PaperRecord? {
    try #require(ColumnTable(header: Block(.tableRow, SourceText(plain: header))))
      .paper(Block(.tableRow, SourceText(plain: row)))
  }

  @Test("each column has its field, whatever their order")
  func columns() throws {
    let paper = try Self.paper(
      "Year\tAuthors\tTitle\tVenue", "2020\tA. Quill, B. Foe\tSlow boats on lakes\tNeurIPS 2019")
    #expect(paper?.title.value == "Slow boats on lakes")
    #expect(paper?.authors.map(\.value) == ["A. Quill", "B. Foe"])
    #expect(paper?.venue?.value == "NeurIPS")
    // The column of dates decides before the venue.
    #expect(paper?.year?.value == 2020)
  }

  @Test("authors may stand below the title in its cell")
  func authorsBelow() throws {
    let paper = try Self.paper("No\tTitle\tYear", "1\tSlow boats on lakes\nA. Quill, B. Foe\t2020")
    #expect(paper?.title.value == "Slow boats on lakes")
    #expect(paper?.authors.count == 2)
    #expect(paper?.isAuthorListComplete == true)
  }

  @Test("a row without a title is no paper")
  func noTitle() throws {
    #expect(try Self.paper("Title\tYear", "\t2020") == nil)
    #expect(try Self.paper("Title\tYear", "all\t2020") == nil)
  }
}
