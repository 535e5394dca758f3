import KGLexicon
import KGModel
import KGText
import KGReaders
import Testing

@testable import KGProfiles

@Suite("A document read section by section") struct DocumentProfileTests {
  private static func record(_ text: String, owner: String? = nil) throws -> ProfileRecord {
    DocumentProfile(try DocumentReader.read(Array(text.utf8)), owner: owner).record
  }

  @Test("each section gives its own kind of entries")
  func sections() throws {
    let record = try Self.record(
      """
      # Ada Quill

      ## Experience

      - Engineer, Google, 2019 – 2021

      ## Education

      - PhD in Geology, Yale University, 2014 – 2018

      ## Awards

      - Golden Engine Medal, 2014

      ## Projects

      - **Sirocco**: a benchmark of dust
      """)
    #expect(record.affiliations.map(\.organization.value) == ["Google"])
    #expect(record.education.map(\.organization.value) == ["Yale University"])
    #expect(record.awards.map(\.title.value) == ["Golden Engine Medal"])
    #expect(record.projects.map(\.name.value) == ["Sirocco"])
    #expect(record.person.name?.value == "Ada Quill")
  }

  @Test("a patent is one in any section, and nothing else there")
  func patents() throws {
    let record = try Self.record(
      """
      # Ada Quill

      ## Publications

      - Ada Quill, Bo Foe. Slow boats on quiet lakes. NeurIPS, 2021.
      - Gripper with many soft fingers. Ada Quill, Bo Foe. US 10,733,431 B2, 2020.
      """)
    #expect(record.patents.map(\.title.value) == ["Gripper with many soft fingers"])
    #expect(record.papers.map(\.title.value) == ["Slow boats on quiet lakes"])
  }

  @Test("a position in the headline and in a section is one")
  func headline() throws {
    let record = try Self.record(
      """
      # Ada Quill

      Lecturer
      Yale University

      ## Experience

      - Lecturer, Yale University, since 2019
      """)
    #expect(record.affiliations.count == 1)
    #expect(record.affiliations.first?.interval?.value.isOpen == true)
  }

  @Test("a name that the caller gives counts where the document states none")
  func owner() throws {
    #expect(
      try Self.record("## Awards\n\n- Medal, 2014\n", owner: "Ada Quill").person.name?.value
        == "Ada Quill")
    #expect(
      try Self.record("# Bo Foe\n\nBoats.\n", owner: "Ada Quill").person.name?.value == "Bo Foe")
  }

  @Test("a line that is far too long is reported and not read")
  func overlong() throws {
    let line = "- Golden Engine Medal, 2014 " + String(repeating: "and more ", count: 3_000)
    let record = try Self.record("# Ada Quill\n\n## Awards\n\n- Tin Medal, 2013\n\n" + line + "\n")
    #expect(record.awards.map(\.title.value) == ["Tin Medal"])
    #expect(record.unparsedLines.contains { $0.reason.contains("too long") })
  }
}
