import Testing

@testable import KGProfiles

@Suite("Roles and degrees of sentences") struct ProseSentenceTitlesTests {
  @Test(
    "a role has the words before and after it that belong to it",
    arguments: [
      MarkedSentence("She was a ⟦role:senior staff research engineer⟧ at Norvale University."),
      MarkedSentence("He is the ⟦role:Vice President of Research and Development⟧ at Google."),
      MarkedSentence("I am a ⟦role:lecturer⟧ of the lake school at Norvale University."),
      MarkedSentence("现任南开大学⟦role:长聘副教授⟧。"),
    ])
  func roles(sentence: MarkedSentence) {
    #expect(sentence.found(["role"]) == sentence.marked)
  }

  @Test(
    "a student's role is the degree, any other role is not",
    arguments: [
      MarkedSentence("I am a ⟦degree:PhD student⟧ at Norvale University."),
      MarkedSentence("I was a ⟦role:PhD intern⟧ at Google."),
      MarkedSentence("She holds a ⟦degree:PhD⟧ and an ⟦degree:MSc⟧ from Norvale University."),
    ])
  func students(sentence: MarkedSentence) {
    #expect(sentence.found(["role", "degree"]) == sentence.marked)
  }

  @Test("two letters are a degree only in capitals")
  func capitals() {
    let sentence = MarkedSentence("Her ⟦degree:MS⟧ at Norvale University took ms and not years.")
    #expect(sentence.found(["degree"]) == sentence.marked)
  }

  @Test(
    "service and a unit are no roles",
    arguments: [
      "I am an associate editor of a journal at Norvale University.",
      "I joined the Chair of Computer Architecture at Norvale University.",
    ])
  func others(text: String) {
    #expect(MarkedSentence(text).found(["role"]).isEmpty)
  }

  @Test("in Chinese a surname before a title is that of a person, a rank is part of the role")
  func names() {
    let person = MarkedSentence("南开大学⟦person:温若谷教授⟧")
    #expect(person.found(["role", "person"]) == person.marked)
    let role = MarkedSentence("南开大学⟦role:特聘教授⟧")
    #expect(role.found(["role", "person"]) == role.marked)
  }
}
