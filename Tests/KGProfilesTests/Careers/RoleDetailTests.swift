import KGLexicon
import KGText
import Testing

@testable import KGProfiles

@Suite("Roles without what is done in them")
struct RoleDetailTests {
  private func role(_ words: String) -> String? {
    let text = SourceText(plain: words).whole
    return AffiliationRecord(
      organization: Stated("Quillon", text, rule: .entryOrganization), unit: nil,
      role: Stated(words, text, rule: .entryRole), interval: nil, kind: .staff
    ).withoutRoleDetail.role?.value
  }

  @Test("A role ends before the words that describe it")
  func details() {
    #expect(role("Research Engineer working on tidal gates") == "Research Engineer")
    #expect(role("Lecturer, responsible for the harbor") == "Lecturer")
    #expect(role("算法工程师，负责潮汐预测") == "算法工程师")
  }

  @Test("A role ends before its own unit after a preposition, and goes on with one after “of”")
  func places() throws {
    func role(_ words: String, at unit: String) throws -> String? {
      let text = SourceText(plain: words + ", Quillon").whole
      let place = try #require(text.first(of: unit.lowercased()))
      return AffiliationRecord(
        organization: Stated("Quillon", text.from(text.upper - 7), rule: .entryOrganization),
        unit: Stated(unit, text.slice(place), rule: .entryUnit),
        role: Stated(words, text.to(words.unicodeScalars.count), rule: .entryRole), interval: nil,
        kind: .staff
      ).withoutPlaceInRole.role?.value
    }
    #expect(try role("Lecturer at the Faculty of Tides", at: "Faculty of Tides") == "Lecturer")
    #expect(try role("Postdoc with the Tide Group", at: "Tide Group") == "Postdoc")
    #expect(try role("Head of the Tide Group", at: "Tide Group") == "Head of the Tide Group")
  }

  @Test("A unit that the words of a role name after a preposition is the unit of the position")
  func unitInRole() {
    func position(_ words: String) -> [String?] {
      let text = SourceText(plain: words + ", Quillon").whole
      let record = AffiliationRecord(
        organization: Stated("Quillon", text.from(text.upper - 7), rule: .entryOrganization),
        unit: nil,
        role: Stated(words, text.to(words.unicodeScalars.count), rule: .entryRole), interval: nil,
        kind: .staff
      ).withoutPlaceInRole
      return [record.role?.value, record.unit?.value]
    }
    #expect(position("Postdoc at the Faculty of Looms") == ["Postdoc", "Faculty of Looms"])
    #expect(position("Lecturer at large") == ["Lecturer at large", nil])
  }

  @Test("Other roles stay as they are, and so does a text without a role before the words")
  func others() {
    #expect(role("Head of Building Physics") == "Head of Building Physics")
    #expect(role("working on tidal gates") == "working on tidal gates")
  }
}
