import Testing

@testable import GoldScoring

@Suite("Awards")
struct ComparedAwardTests {
  @Test(
    "Titles match when one contains the other or most words are common",
    arguments: [
      ("National Scholarship", "The National Scholarship of China"),
      ("蓝桥杯全国软件大赛, 全国二等奖", "蓝桥杯全国二等奖"),
      ("Best Paper Award of the Robotics Society", "Robotics Society Best Paper Prize"),
    ])
  func same(gold: String, predicted: String) {
    #expect(matches(AwardEntry(title: gold), AwardEntry(title: predicted)))
  }

  @Test(
    "Other titles do not match",
    arguments: [
      ("National Scholarship", "Travel Grant"), ("Best Paper", "Best Poster"), ("奖", "获奖"),
    ])
  func other(gold: String, predicted: String) {
    #expect(!matches(AwardEntry(title: gold), AwardEntry(title: predicted)))
  }

  @Test("The years do not differ; a missing or accepted one is compatible")
  func years() {
    let gold = AwardEntry(title: "Grant", year: 2012, accept: AcceptedValues(year: [2013]))
    #expect(matches(gold, AwardEntry(title: "Grant", year: 2013)))
    #expect(matches(gold, AwardEntry(title: "Grant")))
    #expect(!matches(gold, AwardEntry(title: "Grant", year: 2014)))
  }

  private func matches(_ gold: AwardEntry, _ predicted: AwardEntry) -> Bool {
    ComparedAward(gold: gold).matches(ComparedAward(predicted: predicted))
  }
}
