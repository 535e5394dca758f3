import Testing

@testable import KGProfiles

@Suite("Dates in statements") struct StatementParserDatesTests {
  @Test(
    "a date is that of what it stands beside, or of the clause that it begins",
    arguments: [
      StatedFacts(
        "I was a postdoc at Norvale University (2016–2018) and a lecturer at Google (2019–2020).",
        [
          "postdoc, Norvale University 2016–2018", "lecturer, Google 2019–2020",
        ]),
      StatedFacts(
        "From 2016 to 2018 I was a postdoc at Norvale University.",
        ["postdoc, Norvale University 2016–2018"]),
      StatedFacts(
        "I was a postdoc at Norvale University until 2018, and in 2019 I joined Google as an engineer.",
        ["postdoc, Norvale University –2018", "engineer, Google 2019–?"]),
    ])
  func places(facts: StatedFacts) {
    #expect(facts.read == facts.stated)
  }

  @Test("in Chinese a date begins a clause, and a word for the end makes it one")
  func han() {
    let facts = StatedFacts(
      "2012年至2015年任南开大学讲师，2016年至今任南开大学教授。",
      ["讲师, 南开大学 2012–2015", "教授, 南开大学 2016–now"])
    #expect(facts.read == facts.stated)
  }
}
