import Testing

@testable import KGProfiles

@Suite("Organizations and units in statements") struct StatementParserPlacesTests {
  @Test(
    "organizations that are joined share the role; without “and” the first is a unit of the second",
    arguments: [
      StatedFacts(
        "I am a lecturer at Yale University and Brown University.",
        ["lecturer, Yale University now", "lecturer, Brown University now"]),
      StatedFacts(
        "I am a lecturer at the Geophysical Institute, Yale University.",
        ["lecturer, Yale University (Geophysical Institute) now"]),
      StatedFacts(
        "I am a lecturer in the Department of Tides at Yale University.",
        ["lecturer, Yale University (Department of Tides) now"]),
    ])
  func joined(facts: StatedFacts) {
    #expect(facts.read == facts.stated)
  }

  @Test("the place of an adviser is not one of the owner")
  func advisers() {
    let facts = StatedFacts(
      "I did my PhD at Yale University, advised by Prof. Bo Foe (Brown University).",
      ["PhD, Yale University, adviser Bo Foe"])
    #expect(facts.read == facts.stated)
  }
}
