import KGModel
import KGText
import Testing

@testable import KGLexicon

@Suite("Rules of reading")
struct RuleTests {
  @Test(
    "Words state it, or their place does, or it follows from them",
    arguments: [
      (Rule.publicationAuthors, Strength.stated), (.publicationHeadingYear, .byContext),
      (.authorityOrganization, .inferred), (.ownerPinyin, .inferred),
      (.intervalPresentTense, .byContext),
    ])
  func strength(rule: Rule, strength: Strength) {
    #expect(rule.strength == strength)
  }
}
