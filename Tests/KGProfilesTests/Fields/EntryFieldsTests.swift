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

  @Test("roles in lines of their own below an employer have the units of their lines")
  func rolesOfOneEmployer() throws {
    let list = try MarkedList(
      """
      ## Experience

      - ⟦organization:Quillon University⟧, ⟦period:2014 – 2020⟧

      ⟦role:Professor⟧, ⟦unit:School of Looms⟧

      ⟦role:Adjunct Professor⟧, ⟦unit:Fog Institute⟧
      """)
    let records = EntryFields(list.reading.lines.flatMap { $0 }).records(.employment)
    #expect(records.map { $0.role?.string } == ["Professor", "Adjunct Professor"])
    #expect(records.map { $0.units.map(\.string) } == [["School of Looms"], ["Fog Institute"]])
  }

  @Test("a service to a journal is at no organization")
  func service() throws {
    let records = try affiliations(
      """
      ## Experience

      - ⟦role:Professor⟧, ⟦organization:Quillon University⟧, ⟦period:2021 – 2023⟧
      - ⟦role:Area Chair⟧, ⟦period:2015 – 2021⟧
      """)
    #expect(records.isEmpty)
  }

  @Test("a degree that was read as a role is a degree again")
  func roleAsDegree() throws {
    let list = try MarkedList(
      """
      ## Education

      - ⟦organization:Quillon University⟧, ⟦role:PhD student⟧, ⟦period:2019 – 2023⟧
      """)
    var fields = EntryFields(list.reading.lines[0])
    fields.readRolesAsDegrees()
    #expect(fields.records(.education).map { $0.degree?.string } == ["PhD student"])
  }

  @Test("a unit and its institution that no sign separates are two names")
  func fused() throws {
    let records = try affiliations(
      """
      ## Experience

      - ⟦role:Lecturer⟧, ⟦organization:Department of Botany Carnegie Mellon University⟧, ⟦period:2019⟧
      """)
    #expect(records.map { $0.organization?.string } == ["Carnegie Mellon University"])
    #expect(records.map { $0.units.map(\.string) } == [["Department of Botany"]])
  }
}
