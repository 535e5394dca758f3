import Testing

@testable import KGProfiles

@Suite("Lines of one entry")
struct EntryGroupingTests {
  private func entries(_ text: String) throws -> [[Int]] {
    let list = try MarkedList(text)
    return EntryGrouping(list.list, list.reading).entries
  }

  @Test("an item a position")
  func items() throws {
    let entries = try entries(
      """
      ## Experience

      - ⟦role:Engineer⟧, ⟦organization:Quillon University⟧, ⟦period:2019 – 2021⟧
      - ⟦role:Intern⟧, ⟦organization:Marrow University⟧, ⟦period:2018 – 2019⟧
      """)
    #expect(entries == [[0], [1]])
  }

  @Test("two lines a position, wherever the date stands")
  func pairs() throws {
    let above = try entries(
      """
      ## Experience

      ⟦period:2019 – 2021⟧: ⟦role:Engineer⟧\\
      ⟦organization:Quillon University⟧\\
      ⟦period:2017 – 2019⟧: ⟦role:Intern⟧\\
      ⟦organization:Marrow University⟧
      """)
    #expect(above == [[0, 1], [2, 3]])
    let below = try entries(
      """
      ## Experience

      ⟦organization:Quillon University⟧\\
      ⟦role:Engineer⟧, ⟦period:2019 – 2021⟧\\
      ⟦organization:Marrow University⟧\\
      ⟦role:Intern⟧, ⟦period:2017 – 2019⟧
      """)
    #expect(below == [[0, 1], [2, 3]])
  }

  @Test("a line without fields belongs to no entry")
  func descriptions() throws {
    let entries = try entries(
      """
      ## Experience

      - ⟦role:Engineer⟧, ⟦organization:Quillon University⟧, ⟦period:2019 – 2021⟧
        - Built the quiet engine
      - ⟦role:Intern⟧, ⟦organization:Marrow University⟧, ⟦period:2018 – 2019⟧
      """)
    #expect(entries.map(\.count) == [1, 1])
  }
}
