import KGLexicon
import KGModel
import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("Pages that LinkedIn prints")
struct LinkedInPageTests {
  private let text = """
    Contact
    www.linkedin.com/in/corvina-
    tesselaar (LinkedIn)

    Top Skills
    Program Synthesis
    Rust

    Honors-Awards
    Best Reviewer, SEMLOOM 2021

    Publications
    Weaving Programs from Examples

    Corvina Tesselaar
    Staff Research Scientist at Brackwater Labs
    Utrecht, Netherlands

    Summary
    I build systems that write programs.

    Experience

    Brackwater Labs
    5 years 3 months
    Staff Research Scientist
    January 2022 - Present (3 years 1 month)
    Utrecht, Netherlands
    Leads the group for synthesis.

    Research Scientist
    November 2019 - December 2021 (2 years 2 months)

    Hogeschool Merwestad
    Lecturer
    September 2017 - October 2019 (2 years 2 months)
    Page 1 of 2

    Education
    Universiteit Tarnwijk
    Doctor of Philosophy - PhD, Computer Science · (2013 - 2017)

    Hogeschool Merwestad
    Bachelor's degree, Optics · (September 2008 - July 2011)
    """

  private func record(_ text: String) throws -> ProfileRecord {
    try ProfileExtractor.extract(Array(text.utf8)).record
  }

  @Test("Positions have their company, also where it stands once above several")
  func positions() throws {
    let record = try record(text)
    #expect(
      record.affiliations.map { [$0.organization.value, $0.role?.value] } == [
        ["Brackwater Labs", "Staff Research Scientist"], ["Brackwater Labs", "Research Scientist"],
        ["Hogeschool Merwestad", "Lecturer"],
      ])
    #expect(record.affiliations.allSatisfy { $0.unit == nil && $0.interval != nil })
    #expect(record.affiliations.first?.interval?.value.end == .open(lastConfirmed: nil))
  }

  @Test("The name is above the headline, and the address may take two lines")
  func owner() throws {
    let person = try record(text).person
    #expect(person.name?.value == "Corvina Tesselaar")
    #expect(
      person.identifiers.map(\.value) == ["https://www.linkedin.com/in/corvina-tesselaar"])
  }

  @Test("Degrees, and what is listed beside the main text")
  func lists() throws {
    let record = try record(text)
    #expect(
      record.education.map { [$0.organization.value, $0.degree?.value, $0.field?.value] } == [
        ["Universiteit Tarnwijk", "Doctor of Philosophy", "Computer Science"],
        ["Hogeschool Merwestad", "Bachelor's degree", "Optics"],
      ])
    #expect(record.education.allSatisfy { $0.interval != nil })
    #expect(record.papers.map(\.title.value) == ["Weaving Programs from Examples"])
    #expect(record.awards.map(\.title.value) == ["Best Reviewer, SEMLOOM"])
    #expect(record.awards.map(\.year?.value) == [2021])
  }

  @Test("Without a paragraph for each position, the months of a company show which are its own")
  func months() throws {
    let lines = text.split(separator: "\n").joined(separator: "\n")
    let marked = lines.replacing("\nExperience\n", with: "\n\nExperience\n\n")
      .replacing("\nEducation\n", with: "\n\nEducation\n\n")
      .replacing("\nTop Skills\n", with: "\n\nTop Skills\n\n")
      .replacing("\nCorvina", with: "\n\nCorvina")
      .replacing("\nSummary\n", with: "\n\nSummary\n\n")
    let record = try record(marked)
    #expect(
      record.affiliations.map(\.organization.value) == [
        "Brackwater Labs", "Brackwater Labs", "Hogeschool Merwestad",
      ])
  }

  @Test("A CV with the same headings is not such a page")
  func notAPage() {
    let text = "Contact\n\nExperience\n\nAcme Labs\nEngineer\n2019 - 2021\n\nEducation\n\nNone\n"
    #expect(LinkedInPage(PlainTextReader.read(Array(text.utf8))) == nil)
  }

  @Test(
    "Durations are read in several languages",
    arguments: [
      ("4 years 2 months", 50), ("1 yr 3 mos", 15), ("2 Jahre 1 Monat", 25), ("3个月", 3),
      ("2 年 3 个月", 27), ("less than a year", 0),
    ])
  func durations(text: String, months: Int) {
    #expect(LinkedInWords.months(in: SourceText(plain: text).whole) == months)
  }

  @Test(
    "Other texts are no durations", arguments: ["4 papers", "2019", "years", "", "4 years ago"])
  func notDurations(text: String) {
    #expect(LinkedInWords.months(in: SourceText(plain: text).whole) == nil)
  }
}
