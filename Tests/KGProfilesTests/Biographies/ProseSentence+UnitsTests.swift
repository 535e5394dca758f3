import Testing

@testable import KGProfiles

@Suite("Parts of organizations in sentences") struct ProseSentenceUnitsTests {
  @Test(
    "a unit has the words before it, or those after “of”",
    arguments: [
      MarkedSentence("I was a postdoc in the ⟦unit:Optics Group⟧ at Norvale University."),
      MarkedSentence(
        "She is a lecturer in the ⟦unit:Department of Tides and Waves⟧ at Norvale University."),
      MarkedSentence("She works with the ⟦unit:mapping team⟧ at Google as an engineer."),
      MarkedSentence("2011年起在南开大学⟦unit:海洋信息学院⟧任讲师"),
    ])
  func units(sentence: MarkedSentence) {
    #expect(sentence.found(["unit"]) == sentence.marked)
  }

  @Test("units that follow one another in Chinese are one")
  func rows() {
    let sentence = MarkedSentence("在南开大学⟦unit:计算机学院人工智能系⟧任讲师")
    #expect(sentence.found(["unit"]) == sentence.marked)
  }

  @Test("a noun without a name is no unit")
  func nouns() {
    #expect(MarkedSentence("I worked in a group at Google as an engineer.").found(["unit"]).isEmpty)
  }
}
