import Testing

@testable import KGProfiles

@Suite("Roles and degrees in statements") struct StatementParserTitlesTests {
  @Test(
    "a role follows its organization only after “as”, and another role begins a statement",
    arguments: [
      StatedFacts(
        "She joined Yale University as a lecturer.", ["lecturer, Yale University now"]),
      StatedFacts(
        "She is a lecturer at Yale University and a scientist at Google.",
        ["lecturer, Yale University now", "scientist, Google now"]),
      StatedFacts(
        "He graduated from Yale University with a bachelor's degree.",
        ["bachelor's degree, Yale University"]),
    ])
  func order(facts: StatedFacts) {
    #expect(facts.read.map(Self.withoutTime) == facts.stated.map(Self.withoutTime))
  }

  /// “joined” states no time in either.
  private static func withoutTime(_ fact: String) -> String {
    fact.hasSuffix(" now") ? String(fact.dropLast(4)) : fact
  }

  @Test("an acronym in brackets repeats the role before it")
  func acronyms() {
    let facts = StatedFacts(
      "He is the Chief Executive Officer (CEO) of Google.", ["Chief Executive Officer, Google now"])
    #expect(facts.read == facts.stated)
  }

  @Test("what someone was trained as is no position")
  func training() {
    #expect(
      StatedFacts("He was trained as an engineer at Google.", []).read.allSatisfy {
        !$0.contains("engineer")
      })
  }
}
