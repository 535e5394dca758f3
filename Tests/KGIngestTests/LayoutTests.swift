import Testing

@testable import KGIngest

@Suite("Layouts of entries")
struct LayoutTests {
  private func record(_ text: String) throws -> ProfileRecord {
    try ProfileExtractor.extract(Array(text.utf8)).record
  }

  @Test("An empty cell repeats the one above")
  func emptyCell() throws {
    let record = try record(
      """
      # Ada Quill

      ## Work

      | | | |
      |---|---|---|
      | Spotify, Stockholm | Staff Engineer | since 2023 |
      | | Engineer | 2018 - 2023 |

      """)
    #expect(record.affiliations.map(\.organization.value) == ["Spotify", "Spotify"])
    #expect(record.affiliations.map { $0.role?.value } == ["Staff Engineer", "Engineer"])
    #expect(record.affiliations[0].unit == nil)
  }

  @Test("A venue above the first title stands above each")
  func venuesAbove() throws {
    let record = try record(
      """
      # Ada Quill

      ## Publications

      CVPR 2024

      **Things That Think in Pictures** \\
      Ada Quill, Bo Foe

      ICML 2023

      **Things That Think in Words** \\
      Bo Foe, Ada Quill

      """)
    #expect(record.papers.map { $0.venue?.value } == ["CVPR", "ICML"])
    #expect(record.papers.map { $0.year?.value } == [2024, 2023])
  }

  @Test("Role, organization and dates in three lines, town and all")
  func stacked() throws {
    let record = try record(
      """
      <html><body><h1>Ada Quill</h1><h2>Experience</h2>
      <div>Research Scientist</div><div>Samsung AI Center</div><div>Jan 2020 – Sep 2021 | Cambridge, UK</div>
      <div>Postdoctoral Researcher</div><div>Inria</div><div>Jun 2018 – Dec 2019 | Paris, France</div>
      </body></html>
      """)
    #expect(record.affiliations.map(\.organization.value) == ["Samsung AI Center", "Inria"])
    #expect(
      record.affiliations.map { $0.role?.value } == [
        "Research Scientist", "Postdoctoral Researcher",
      ])
  }

  @Test("A list that leaves out its owner tells the others; a remark in brackets is no paper")
  func others() throws {
    let record = try record(
      """
      # Ada Quill

      ## Publications

      (not complete before 1987)

      - Magic sets revisited (with B. Foe and C. Doe). PODS, Nashville, 1990.

      """)
    #expect(record.papers.map(\.title.value) == ["Magic sets revisited"])
    #expect(record.papers[0].authors.map(\.value) == ["B. Foe", "C. Doe"])
    #expect(record.papers[0].isAuthorListComplete == false)
  }

  @Test("A section whose title says nothing may list a career")
  func unmarkedCareer() throws {
    let record = try record(
      """
      # Ada Quill

      ## Where I have been

      - Research Scientist, Google, 2020 - 2023
      - Software Engineer, Spotify, 2018 - 2020

      """)
    #expect(record.affiliations.map(\.organization.value) == ["Google", "Spotify"])
  }
}
