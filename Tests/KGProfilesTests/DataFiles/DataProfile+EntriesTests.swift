import KGLexicon
import KGModel
import Testing

@testable import KGProfiles

@Suite("Records from the entries of data files") struct DataProfileEntriesTests {
  private static func record(_ yaml: String) throws -> ProfileRecord {
    try ProfileExtractor.extract(Array(yaml.utf8)).record
  }

  @Test("the field of a degree is beside it, after “in”, or has a key")
  func fields() throws {
    for degree in [
      "degree: PhD, area: Geology", "degree: PhD in Geology", "degree: \"PhD, Geology\"",
    ] {
      let education = try Self.record(
        "name: Ada Quill\neducation:\n  - {institution: Quillon University, \(degree), end: 2018}\n"
      ).education
      #expect(education.map(\.field?.value) == ["Geology"], "\(degree)")
    }
  }

  @Test("what studies for a degree is an education, a visit is a position wherever it is listed")
  func students() throws {
    let record = try Self.record(
      """
      name: Ada Quill
      work:
        - {company: Quillon University, position: PhD Student, start: 2016, end: 2020}
        - {company: Google, position: Engineer, start: 2020, end: 2021}
      education:
        - {institution: Brown University, degree: Visiting Student, start: 2018, end: 2019}
      """)
    #expect(record.education.map(\.organization.value) == ["Quillon University"])
    #expect(
      Set(record.affiliations.map(\.organization.value)) == ["Google", "Brown University"])
  }

  @Test("advisers in the text of a degree are no part of it")
  func advisers() throws {
    let education = try Self.record(
      "name: Ada Quill\neducation:\n  - {institution: Quillon University, degree: \"PhD (advisor: Bo Foe)\", end: 2018}\n"
    ).education
    #expect(education.map { $0.advisers.map(\.value) } == [["Bo Foe"]])
    #expect(education.first?.degree?.value == "PhD")
  }

  @Test("several awards may share a year, and titles of sections are none")
  func awards() throws {
    let awards = try Self.record(
      "name: Ada Quill\nawards:\n  - {year: 2014, items: [Golden Engine Medal, Tin Engine Medal]}\n"
    ).awards
    #expect(awards.map(\.title.value) == ["Golden Engine Medal", "Tin Engine Medal"])
    #expect(awards.map(\.year?.value) == [2014, 2014])
  }

  @Test("the date of a paper has a key, or is in its venue")
  func papers() throws {
    let papers = try Self.record(
      """
      name: Ada Quill
      publications:
        - {title: Slow boats on quiet lakes, authors: [Ada Quill, Bo Foe], venue: NeurIPS 2019, date: 2020-01}
        - {title: Lighthouses that rhyme, authors: [Bo Foe, Ada Quill], venue: ICML 2018}
      """
    ).papers
    #expect(papers.map(\.year?.value) == [2020, 2018])
    #expect(papers.map(\.venue?.value) == ["NeurIPS", "ICML"])
  }

  @Test("the number of a patent may be in its title, and the year after the number")
  func patents() throws {
    let patents = try Self.record(
      """
      name: Ada Quill
      patents:
        - {title: Gripper with many soft fingers, number: "EP 3 741 555 B1, granted 2022"}
        - {title: Boiler with two small lids, number: "US 10,733,431 B2", date: 2020}
      """
    ).patents
    #expect(patents.map(\.number?.value) == ["EP 3 741 555 B1", "US 10,733,431 B2"])
    #expect(patents.map(\.year?.value) == [2022, 2020])
  }
}
