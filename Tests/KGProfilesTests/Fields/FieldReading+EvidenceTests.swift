import KGText
import Testing

@testable import KGProfiles

@Suite("Fields that the tables are sure of")
struct FieldReadingEvidenceTests {
  private func fields(_ text: String) throws -> [String] {
    let list = try MarkedList("## Experience\n\n" + text)
    return list.reading.completed(by: EntryTokens(list.list)).lines.flatMap { $0 }
      .map { "\($0.field.rawValue):\($0.span.collapsed)" }
  }

  @Test("the date of a line with an organization is its period")
  func period() throws {
    #expect(
      try fields("- ⟦organization:Quillon University⟧, 2019 – 2021")
        == ["organization:Quillon University", "period:2019 – 2021"])
  }

  @Test("a role beside an organization is its title")
  func role() throws {
    #expect(
      try fields("- Research Engineer, ⟦organization:Quillon University⟧, ⟦period:2019⟧")
        == ["role:Research Engineer", "organization:Quillon University", "period:2019"])
  }

  @Test("a date in a line of no entry is none")
  func prose() throws {
    #expect(try fields("- Rewrote the loader that was slow in 2019") == [])
  }
}
