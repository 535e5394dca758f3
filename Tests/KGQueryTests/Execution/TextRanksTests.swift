import TestSupport
import Testing

@testable import KGQuery

@Suite("Ranks of texts")
struct TextRanksTests {
  @Test("Ranks have the order of the texts, in whatever order these are added", arguments: 0..<5)
  func order(seed: UInt64) throws {
    var random = SeededRandom(seed)
    // Rising texts halve the same gap between ranks again and again.
    var texts = (0..<200).map { String(repeating: "a", count: $0) } + ["", "é", "e\u{301}", "余"]
    if seed > 0 { texts.shuffle(using: &random) }
    var ranks = TextRanks()
    let places = texts.enumerated().map { id, text in ranks.place(of: Int64(id)) { text } }
    for (one, left) in zip(places, texts) {
      for (other, right) in zip(places, texts) {
        #expect(try ranks.compare(#require(one), #require(other)) == textOrder(left, right))
      }
    }
  }

  @Test("A term without a text has no rank")
  func noText() {
    var ranks = TextRanks()
    #expect(ranks.place(of: 1) { nil } == nil)
    #expect(ranks.place(of: 1) { "a" } != nil)
  }
}
