import KGText
import Testing

@testable import KGProfiles

@Suite("Positions of the fields of an entry")
struct EntryFieldsTests {
  private func affiliations(_ text: String) throws -> [EntryFields.Record] {
    let list = try MarkedList(text)
    var fields = EntryFields(list.reading.lines.filter { !$0.isEmpty }.last ?? [])
    if let above = list.reading.lines.filter({ !$0.isEmpty }).dropLast().last {
      fields.inherit(from: EntryFields(above), isShared: true)
    }
    return fields.records(.employment)
  }

  @Test("an entry without an organization is at that of the entry above")
  func inherited() throws {
    let records = try affiliations(
      """
      ## Experience

      - ⟦role:Professor⟧, ⟦organization:Quillon University⟧, ⟦period:2021 – 2023⟧
      - ⟦role:Associate Professor⟧, ⟦period:2015 – 2021⟧
      """)
    #expect(records.map { $0.organization?.string } == ["Quillon University"])
  }

  @Test("where most entries have an organization, a unit alone is one")
  func unitAlone() throws {
    let list = try MarkedList(
      """
      ## Experience

      - ⟦role:Professor⟧, ⟦organization:Quillon University⟧, ⟦period:2021 – 2023⟧
      - ⟦role:Engineer⟧, ⟦unit:Brindle Laboratory⟧, ⟦period:2015 – 2021⟧
      """)
    var fields = EntryFields(list.reading.lines[1])
    fields.inherit(from: EntryFields(list.reading.lines[0]), isShared: false)
    #expect(fields.organizations.map(\.string) == ["Brindle Laboratory"])
  }

  @Test("several periods are several positions")
  func stints() throws {
    let records = try affiliations(
      """
      ## Experience

      - ⟦role:Visiting Scholar⟧, ⟦organization:Quillon University⟧, ⟦period:2015 – 2016⟧, ⟦period:2018 – 2019⟧
      """)
    #expect(records.count == 2)
    #expect(Set(records.map { $0.organization?.string }) == ["Quillon University"])
    #expect(records.map { $0.role?.string } == ["Visiting Scholar", "Visiting Scholar"])
  }
}
