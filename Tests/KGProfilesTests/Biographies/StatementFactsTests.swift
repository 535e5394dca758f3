import Testing

@testable import KGProfiles

@Suite("Positions and degrees of a statement") struct StatementFactsTests {
  @Test(
    "every role or degree is held at every organization, each with its dates",
    arguments: [
      StatedFacts(
        "I received my BSc and MSc from Yale University and Brown University.",
        ["BSc, Yale University", "MSc, Brown University"]),
      StatedFacts(
        "I was an engineer at Google and Microsoft from 2016 to 2018.",
        ["engineer, Google 2016–2018", "engineer, Microsoft 2016–2018"]),
      StatedFacts(
        "I received my BSc and MSc from Yale University in 2012 and 2014, respectively.",
        ["BSc, Yale University –2012", "MSc, Yale University –2014"]),
    ])
  func products(facts: StatedFacts) {
    #expect(facts.read == facts.stated)
  }

  @Test(
    "a single date is when a degree was awarded, or when a position began",
    arguments: [
      StatedFacts(
        "She received her PhD from Yale University in 2014.", ["PhD, Yale University –2014"]),
      StatedFacts("She joined Google in 2016 as an engineer.", ["engineer, Google 2016–?"]),
      StatedFacts("In 2016 she was an intern at Google.", ["intern, Google 2016"]),
      StatedFacts(
        "I have been pursuing a PhD at Yale University since 2020.",
        ["PhD, Yale University 2020–now"]),
    ])
  func singleDates(facts: StatedFacts) {
    #expect(facts.read == facts.stated)
  }

  @Test(
    "a verb can state the role",
    arguments: [
      StatedFacts("I interned at Google in 2016.", ["interned, Google 2016"]),
      StatedFacts("He co-founded Quillon Inc. in 2016.", ["co-founded, Quillon Inc. 2016"]),
    ])
  func verbs(facts: StatedFacts) {
    #expect(facts.read == facts.stated)
  }

  @Test("the organization of the statement before is meant by “there” and left out in Chinese")
  func inheritance() {
    let han = StatedFacts(
      "2009年回到南开大学任讲师，2013年晋升教授。", ["讲师, 南开大学 2009–?", "教授, 南开大学 2013–?"])
    #expect(han.read == han.stated)
  }

  @Test("the field of a degree is its own, and of joined degrees that of the last")
  func fields() {
    let facts = StatedFacts(
      "I hold a BSc and an MSc in geology from Yale University.",
      ["BSc in geology, Yale University", "MSc in geology, Yale University"])
    #expect(facts.read == facts.stated)
  }

  @Test("a role without any organization is no position")
  func noPlace() {
    #expect(StatedFacts("I am a lecturer and an engineer.", []).read.isEmpty)
  }
}
