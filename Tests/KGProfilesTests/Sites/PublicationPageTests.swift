import KGLexicon
import KGModel
import Testing

@testable import KGProfiles

@Suite("Pages about one publication")
struct PublicationPageTests {
  private func record(_ text: String) throws -> ProfileRecord {
    try ProfileExtractor.extract(Array(text.utf8)).record
  }

  @Test(
    "The front matter of Hugo, in YAML or TOML, and of academicpages states the paper",
    arguments: [
      """
      ---
      title: "Moss as a Clock"
      authors:
      - Ada Quill
      - Bo Foe
      date: "2021-06-27T00:00:00Z"
      publication_types: ["1"]
      publication: "In *NeurIPS*"
      ---
      Moss keeps time. We received help from Fennwick University in 2020.
      """,
      """
      +++
      title = "Moss as a Clock"
      authors = ["Ada Quill", "Bo Foe"]
      date = 2021-06-27
      publication_types = ["1"]
      publication = "NeurIPS"
      +++
      """,
      """
      ---
      title: "Moss as a Clock"
      collection: publications
      date: 2021-06-27
      venue: 'NeurIPS'
      citation: 'Ada Quill, Bo Foe. &quot;Moss as a Clock.&quot; <i>NeurIPS</i>. 2021.'
      ---
      """,
    ])
  func frontMatter(text: String) throws {
    let record = try record(text)
    let paper = try #require(record.papers.first)
    #expect(paper.title.value == "Moss as a Clock")
    #expect(paper.authors.map(\.value) == ["Ada Quill", "Bo Foe"])
    #expect(paper.venue?.value == "NeurIPS")
    #expect(paper.year?.value == 2021)
    #expect(record.person.name == nil)
    #expect(record.papers.count == 1)
  }

  @Test("A page whose venue is the number of a patent is about the patent")
  func patent() throws {
    let record = try record(
      """
      ---
      title: "Lamps That Count Backwards"
      collection: publications
      date: 2021-10-26
      venue: 'US Patent 11000001'
      ---
      """)
    #expect(record.patents.map(\.title.value) == ["Lamps That Count Backwards"])
    #expect(record.patents.first?.year?.value == 2021)
    #expect(record.papers.isEmpty)
  }

  @Test("A page of a person with a list of authors elsewhere is no publication")
  func otherPages() throws {
    let record = try record(
      """
      ---
      title: Ada Quill
      venue: Room 12
      ---
      # Ada Quill

      ## Publications

      1. Ada Quill, Bo Foe. "Moss as a Clock". NeurIPS, 2021.
      """)
    #expect(record.person.name?.value == "Ada Quill")
    #expect(record.papers.map(\.title.value) == ["Moss as a Clock"])
  }
}
