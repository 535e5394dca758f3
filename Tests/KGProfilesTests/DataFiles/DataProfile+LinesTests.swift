import KGLexicon
import KGText
import Testing

@testable import KGProfiles

@Suite("Lines in data files")
struct DataProfileLinesTests {
  private func record(_ text: String) throws -> ProfileRecord {
    try ProfileExtractor.extract(Array(text.utf8), name: "data.yml").record
  }

  @Test("Without a title, only texts with years are lines of a CV")
  func untitled() throws {
    let found = try record(
      """
      shelf:
        - Engineer of moss
        - University of fog
      path:
        - "Research Scientist, Orrery Labs, 2019 - 2021"
        - "Software Engineer, Fennwick Labs, 2016 - 2019"
      """)
    #expect(found.affiliations.map(\.organization.value) == ["Orrery Labs", "Fennwick Labs"])
    #expect(found.education.isEmpty)
  }

  @Test("The texts of a year are lines with this year; links are no works")
  func dated() throws {
    let found = try record(
      """
      awards:
        - {year: 2020, items: [Lamp Medal, Fog Prize]}
      papers:
        - A Gate for Every Tide and Its Moon
        - "More of them at https://quill.example/papers"
      """)
    #expect(found.awards.map(\.title.value) == ["Lamp Medal", "Fog Prize"])
    #expect(found.awards.map { $0.year?.value } == [2020, 2020])
    #expect(found.papers.map(\.title.value) == ["A Gate for Every Tide and Its Moon"])
  }
}
