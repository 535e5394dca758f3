import KGModel
import KGText
import Testing

@testable import KGLexicon

@Suite("Rules")
struct RuleTests {
  @Test(
    "A rule reads a value from its words, from their context, or infers it",
    arguments: [
      (Rule.publicationAuthors, Strength.stated), (.publicationHeadingYear, .byContext),
      (.authorityOrganization, .inferred), (.ownerPinyin, .inferred),
      (.intervalPresentTense, .byContext),
    ])
  func strength(rule: Rule, strength: Strength) {
    #expect(rule.strength == strength)
  }

  @Test("The summary says what the words are")
  func summary() {
    #expect(Rule.publicationHeadingYear.summary == "the year in the heading above the entry")
  }
}
