import KGLexicon
import KGModel
import KGText
import Testing

@testable import KGProfiles

@Suite("The choice between two readings of a section")
struct CareerChoiceTests {
  private let text = SourceText(
    plain: "Engineer, Quiet Engines Lab, Quillon University, 2019 – 2021; Brindlewick")

  private func stated(_ words: String) throws -> Stated<String> {
    let range = try #require(text.whole.first(of: words.lowercased()))
    return Stated(words, text.whole.slice(range), rule: .entryOrganization)
  }

  private func position(
    _ organization: String, unit: String? = nil, role: String? = nil, isDated: Bool = true
  ) throws -> AffiliationRecord {
    let found = try #require(DateParser.firstInterval(in: text.whole))
    return AffiliationRecord(
      organization: try stated(organization), unit: try unit.map(stated),
      role: try role.map(stated),
      interval: isDated
        ? Stated(found.value, text.whole.slice(found.range), rule: .entryInterval) : nil,
      kind: .staff)
  }

  private func career(_ positions: AffiliationRecord...) -> Career {
    var career = Career()
    career.affiliations = positions
    return career
  }

  @Test("the more complete reading is taken")
  func completeness() throws {
    let best = Career.best(
      rules: career(try position("Brindlewick", isDated: false)),
      fields: career(try position("Quillon University", role: "Engineer")))
    #expect(best.affiliations.map(\.organization.value) == ["Quillon University"])
  }

  @Test("where both have an entry, its unit is that of the fitted reading")
  func details() throws {
    let best = Career.best(
      rules: career(try position("Quillon University", unit: "Engineer")),
      fields: career(
        try position("Quillon University", unit: "Quiet Engines Lab", role: "Engineer")))
    #expect(best.affiliations.map(\.unit?.value) == ["Quiet Engines Lab"])
    #expect(best.affiliations.map(\.role?.value) == ["Engineer"])
  }

  @Test("a complete entry that only one reading has is kept, an incomplete one is not")
  func missing() throws {
    let rules = career(try position("Quillon University", role: "Engineer"))
    #expect(
      Career.best(rules: rules, fields: career(try position("Brindlewick", isDated: false)))
        .affiliations.count == 1)
  }

  @Test("an organization that is only a part of the name of a laboratory gives way to the name")
  func longerName() throws {
    let rules = career(try position("Quillon", role: "Engineer"))
    let best = Career.best(
      rules: rules, fields: career(try position("Quillon University", role: "Engineer")))
    #expect(best.affiliations.map(\.organization.value) == ["Quillon University"])
  }

  @Test("a name that nothing shows to be one gives way to the organization beside the period")
  func uncertainName() throws {
    let best = Career.best(
      rules: career(try position("Brindlewick", role: "Engineer")),
      fields: career(try position("Quillon University", role: "Engineer")))
    #expect(best.affiliations.map(\.organization.value) == ["Quillon University"])
    let kept = Career.best(
      rules: career(try position("Quillon University", role: "Engineer")),
      fields: career(try position("Brindlewick", role: "Engineer")))
    #expect(kept.affiliations.map(\.organization.value) == ["Quillon University"])
  }

  @Test(
    "several periods of one role are several positions",
    arguments: [
      "- Teaching Assistant, Quillon University, Summer 2013, 2014",
      "- Research Intern, Quillon University, Summers of 2018 and 2019",
      "- Visiting Student, Quillon University, May 2018 - Aug. 2018; May 2019 - Aug. 2019",
    ])
  func stints(line: String) throws {
    let text = "# Ada Quill\n\n## Experience\n\n\(line)\n"
    let positions = try ProfileExtractor.extract(Array(text.utf8)).record.affiliations
    #expect(positions.count == 2)
    #expect(Set(positions.map(\.organization.value)) == ["Quillon University"])
    #expect(Set(positions.map { $0.interval?.value.start?.year }).count == 2)
  }
}
