import KGLexicon
import KGModel
import KGText
import Testing

@testable import KGProfiles

@Suite("The data export of LinkedIn")
struct LinkedInDataTests {
  private let files = [
    (
      "Profile.csv",
      "First Name,Last Name,Address,Birth Date,Headline\nCorvina,Tesselaar,Dyke 1,Mar 3,Scientist\n"
    ),
    (
      "Positions.csv",
      "Company Name,Title,Description,Location,Started On,Finished On\n"
        + "Brackwater Labs,Research Scientist,\"Programs, from examples\",Utrecht,Nov 2019,\n"
        + "\"Orrin & Falk\",Software Engineer Intern,,,Jun 2015,Aug 2015\n"
    ),
    (
      "Education.csv",
      "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
        + "Universiteit Tarnwijk,2013,2017,,\"Doctor of Philosophy - PhD, Computer Science\",\n"
    ),
    ("Honors.csv", "Title,Description,Issued On\nBest Reviewer,,Jun 2021\n"),
    (
      "Publications.csv",
      "Name,Published On,Description,Publisher,Url\nWeaving Programs from Examples,\"May 1, 2020\",,SEMLOOM,\n"
    ),
    ("Connections.csv", "First Name,Last Name\nOther,Person\n"),
  ]

  private func record(personal: Bool = false) throws -> ProfileRecord {
    let site = try #require(Site(files.map { ($0.0, Array($0.1.utf8)) }))
    #expect(site.generator == .linkedIn)
    return ProfileExtractor.extract(site, includesPersonalData: personal).record
  }

  @Test("Its files are one profile; those about other people are not read")
  func profile() throws {
    let record = try record()
    #expect(record.person.name?.value == "Corvina Tesselaar")
    #expect(
      record.affiliations.map { [$0.organization.value, $0.role?.value] } == [
        ["Brackwater Labs", "Research Scientist"], ["Orrin & Falk", "Software Engineer Intern"],
      ])
    #expect(record.affiliations.first?.interval?.value.end == .open(lastConfirmed: nil))
    #expect(record.education.map(\.field?.value) == ["Computer Science"])
    #expect(record.papers.map(\.title.value) == ["Weaving Programs from Examples"])
    #expect(record.papers.map(\.year?.value) == [2020])
    #expect(record.awards.map(\.year?.value) == [2021])
    #expect(record.personal.isEmpty)
  }

  @Test("Personal data are kept where they are asked for")
  func personal() throws {
    #expect(try record(personal: true).personal.map(\.value.value) == ["Mar 3"])
  }

  @Test("A folder with such a file alone is no export")
  func notAnExport() {
    #expect(Site([("Positions.csv", Array("a,b\n".utf8))]) == nil)
  }
}
