import KGText
import Testing

@testable import KGProfiles

@Suite("Evidence for the tokens of an entry")
struct TokenEvidenceTests {
  private func context(_ line: String, hiding hidden: EntryTokens.HiddenOrganizations = .none)
    throws -> EntryTokens
  {
    EntryTokens(
      try MarkedList("## Experience\n\n- \(line)\n").list, hiding: hidden)
  }

  private func texts(
    _ context: EntryTokens, where holds: (TokenEvidence) -> Bool
  ) -> [String] {
    context.tokens.indices.filter { holds(context.evidence[$0]) }.map {
      context.text(of: $0).string
    }
  }

  @Test("each token is marked with the words of the tables that it is in")
  func marks() throws {
    let context = try context("Research Scientist, University of Quillon, Paris, 2019 – 2021")
    #expect(texts(context) { $0.role != .none }.contains("Scientist"))
    #expect(texts(context) { $0.organization != .none } == ["University", "of", "Quillon"])
    #expect(texts(context) { $0.organization == .first } == ["University"])
    #expect(texts(context) { $0.isPlace } == ["Paris"])
    #expect(texts(context) { $0.isDate } == ["2019", "–", "2021"])
  }

  @Test("a known organization can be hidden; the words of its name still show it")
  func hidden() throws {
    let line = "Intern, Stanford University, 2019"
    #expect(try context(line).evidence.contains { $0.isOrganizationKnown })
    let hidden = try context(line, hiding: .all)
    #expect(!hidden.evidence.contains { $0.isOrganizationKnown })
    #expect(texts(hidden) { $0.organization != .none } == ["Stanford", "University"])
    let company = try context("Intern, Google, 2019", hiding: .all)
    #expect(!company.evidence.contains { $0.organization != .none })
  }
}
