import Testing

@testable import KGProfiles

@Suite("Facts that later statements complete") struct BiographyFactsTests {
  @Test(
    "a degree, a role or a date without an organization belongs to the fact before it",
    arguments: [
      StatedFacts("2014年毕业于南开大学，获学士学位。", ["学士学位, 南开大学 –2014"]),
      StatedFacts(
        "She studied at Yale University and received her PhD in 2014.",
        ["PhD, Yale University –2014"]),
    ])
  func completion(facts: StatedFacts) {
    #expect(facts.read.count == facts.stated.count)
    #expect(facts.read.first?.contains("2014") == true)
  }

  @Test("advisers named after several degrees are those of the last one")
  func advisers() {
    let facts = StatedFacts(
      "I received a BSc from Brown University and a PhD from Yale University, advised by Bo Foe.",
      ["BSc, Brown University", "PhD, Yale University, adviser Bo Foe"])
    #expect(facts.read == facts.stated)
  }

  @Test("what is denied or someone else's is not added")
  func blocked() {
    #expect(StatedFacts("I never worked at Google as an engineer.", []).read.isEmpty)
    #expect(StatedFacts("My student is an engineer at Google.", []).read.isEmpty)
  }
}
