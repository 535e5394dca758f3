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

  @Test("Other roles stay as they are, and so does a text without a role before the words")
  func others() {
    #expect(role("Head of Building Physics") == "Head of Building Physics")
    #expect(role("working on tidal gates") == "working on tidal gates")
  }
}
