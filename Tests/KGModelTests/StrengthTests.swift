import KGModel
import Testing

@Suite("Strength of what a rule reads")
struct StrengthTests {
  @Test(
    "A rule reads what the words state, what their place adds, or what follows from them",
    arguments: [
      ("publication.authors", Strength.stated), ("publication.headingYear", .byContext),
      ("authority.organization", .inferred), ("owner.pinyin", .inferred),
      ("interval.presentTense", .byContext),
    ])
  func strength(rule: String, strength: Strength) {
    #expect(Strength(rule: rule) == strength)
  }
}
