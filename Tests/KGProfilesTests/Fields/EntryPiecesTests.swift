import KGText
import Testing

@testable import KGProfiles

@Suite("Pieces of a line")
struct EntryPiecesTests {
  private func kinds(_ line: String) throws -> [EntryPieces.Kind] {
    let list = try MarkedList("## Experience\n\n- \(line)\n").list
    return EntryTokens(list).pieces.pieces.map(\.kind)
  }

  @Test("stand between commas, brackets, gaps and dates, and have the kind of the words in them")
  func kinds() throws {
    #expect(
      try kinds("Research Intern, Google, Zurich (2019 – 2021)") == [.role, .known, .place, .date])
    #expect(try kinds("2019.07 - 2021.06 临江大学 助理研究员") == [.date, .organization, .role])
    #expect(try kinds("PhD, Brindlewick 2012") == [.degree, .other, .date])
  }

  @Test("a hyphen within a word and the stop of an abbreviation separate nothing")
  func joined() throws {
    #expect(try kinds("Sun-Quill Dept. of Engines, 2019 – 2021").count == 2)
  }
}
