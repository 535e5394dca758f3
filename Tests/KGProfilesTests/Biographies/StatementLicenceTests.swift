import Testing

@testable import KGProfiles

@Suite("What connects organizations with the owner")
struct StatementLicenceTests {
  @Test(
    "Organizations that a sentence only mentions give no fact",
    arguments: [
      "I presented our paper at Yale University last year.",
      "My wife is a professor at Yale University.",
      "Prof. Ada Marrow, who is at Yale University, visits us often.",
      "Our group collaborates with Arm and Bosch.",
      "I am a reviewer for a journal of Yale University.",
      "She won the Marrow Award at Yale University in 2019.",
      "I turned down an offer to join Arm as an engineer.",
      "I am looking for students from Yale University.",
      "He led a project with Arm and holds three patents with Bosch.",
      "My research on robots was featured by Yale University.",
      "The library that I wrote is used at Arm.",
      "曾在北京大学举办的比赛中获奖。",
      "与北京大学温若谷教授合作。",
      "毕业生就职于华为、腾讯等公司。",
      "担任中国人工智能学会理事。",
      "我未在华为任职。",
      "我的妻子在北京大学任教授。",
      "获腾讯奖学金资助。",
      "应邀在北京大学作报告。",
    ])
  func none(text: String) {
    #expect(StatedFacts(text, []).read.isEmpty)
  }

  @Test(
    "The words between connect them",
    arguments: [
      ("I spent four wonderful months at Arm.", "Arm"),
      ("He is now visiting Yale University.", "Yale University now"),
      ("She leads the compiler team at Arm.", "Arm (compiler team) now"),
      ("Yale University hired him as a lecturer in 2012.", "lecturer, Yale University 2012–?"),
    ])
  func fact(text: String, fact: String) {
    #expect(StatedFacts(text, []).read == [fact])
  }
}
