import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("Parts of a document")
struct OutlineTests {
  /// The blocks below each title of an entry.
  private func entries(_ text: String) throws -> [String: [String]] {
    let parts = Outline(try DocumentReader.read(Array(text.utf8))).parts
    return Dictionary(
      uniqueKeysWithValues: parts.compactMap { part in
        part.entryHeading.map { ($0.string, part.blocks.map(\.span.string)) }
      })
  }

  @Test("Where dates stand below the titles, each belongs to the entry above it")
  func datesBelow() throws {
    let found = try entries(
      """
      # Ada Quill

      ## Education

      ### Doctorate in Looms

      Quillon University

      2018 - 2021

      ### Bachelor in Looms

      Quillon University

      2015 - 2018
      """)
    #expect(found["Doctorate in Looms"] == ["Quillon University", "2018 - 2021"])
    #expect(found["Bachelor in Looms"] == ["Quillon University", "2015 - 2018"])
  }

  @Test("Where they stand above the titles, each belongs to the entry below it")
  func datesAbove() throws {
    let found = try entries(
      """
      # Ada Quill

      ## Education

      2018 - 2021

      ### Doctorate in Looms

      Quillon University

      2015 - 2018

      ### Bachelor in Looms

      Quillon University
      """)
    #expect(found["Doctorate in Looms"] == ["2018 - 2021", "Quillon University"])
    #expect(found["Bachelor in Looms"] == ["2015 - 2018", "Quillon University"])
  }
}
