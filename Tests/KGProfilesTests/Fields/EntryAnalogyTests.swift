import KGText
import Testing

@testable import KGProfiles

@Suite("Fields in the place where other entries have them")
struct EntryAnalogyTests {
  private func analogy(_ text: String) throws -> (EntryAnalogy, MarkedList) {
    let list = try MarkedList(text)
    let entries = EntryGrouping(list.list, list.reading).entries
    return (EntryAnalogy(EntryTokens(list.list), list.reading, entries), list)
  }

  @Test("a name between the same fields as the organizations of other entries is one")
  func sameFields() throws {
    let (analogy, _) = try analogy(
      """
      ## Experience

      - ⟦role:Engineer⟧ · ⟦organization:Quillon University⟧, Tarn · ⟦period:2021 – 2023⟧
      - ⟦role:Analyst⟧ · Brindle, Tarn · ⟦period:2015 – 2021⟧
      """)
    #expect(analogy.span(of: .organization, in: 1)?.string == "Brindle")
    #expect(analogy.span(of: .unit, in: 1) == nil)
  }

  @Test("so is the first name of the same line below the beginning")
  func sameLine() throws {
    let (analogy, _) = try analogy(
      """
      ## Experience

      ⟦role:Engineer⟧ ⟦period:2021 – 2023⟧  
      ⟦organization:Quillon University⟧, Tarn

      ⟦role:Analyst⟧ ⟦period:2015 – 2021⟧  
      Brindle, Tarn
      """)
    #expect(analogy.span(of: .organization, in: 1)?.string == "Brindle")
  }

  @Test("where no other entry has the field, nothing is")
  func nothing() throws {
    let (analogy, _) = try analogy(
      """
      ## Experience

      - ⟦organization:Quillon University⟧: ⟦role:Engineer⟧, ⟦period:2021 – 2023⟧
      - ⟦role:Analyst⟧, Brindle, ⟦period:2015 – 2021⟧
      """)
    #expect(analogy.span(of: .organization, in: 1) == nil)
  }
}
