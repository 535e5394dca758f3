import KGModel
import Testing

@Suite("Strength of what a rule reads")
struct StrengthTests {
  @Test(
    "Words say it, or where they stand, or it follows from them",
    arguments: [
      ("publication.authors", Strength.stated), ("publication.headingYear", .byContext),
      ("authority.organization", .inferred), ("owner.pinyin", .inferred),
      ("interval.presentTense", .byContext),
    ])
  func strength(rule: String, strength: Strength) {
    #expect(Strength(rule: rule) == strength)
  }
}
