import Testing

@testable import GoldScoring

@Suite("Pairing of predictions and gold records")
struct PredictionPairingTests {
  @Test("The path of one ends with the path of the other; the longest common ending is preferred")
  func paths() {
    #expect(pairs(["a/cv.md", "b/cv.md"], ["./b/cv.md", "/docs/a/cv.md"]) == [1, 0])
    #expect(pairs(["cv.md"], ["/docs/a/cv.md"]) == [0])
    #expect(pairs(["/docs/a/cv.md"], ["cv.md"]) == [0])
    #expect(pairs(["\u{301}cv.md"], ["/docs/a/\u{301}cv.md"]) == [0])
  }

  @Test("Paths that differ do not belong together")
  func otherPaths() {
    #expect(pairs(["a/cv.md"], ["b/cv.md"]) == [nil])
    #expect(pairs(["v.md"], ["cv.md"]) == [nil])
    #expect(pairs([""], ["cv.md"]) == [nil])
  }

  @Test("Repeated bare names are taken in order, each once, and are reported")
  func bareNames() {
    #expect(pairs(["a/cv.md", "b/cv.md", "c/cv.md"], ["cv.md", "cv.md"]) == [0, 1, nil])
    #expect(pairing(["a/cv.md"], ["cv.md", "cv.md", "x.md"]).ambiguousNames == ["cv.md"])
  }

  private func pairs(_ gold: [String], _ predicted: [String]) -> [Int?] {
    pairing(gold, predicted).predictions
  }

  private func pairing(_ gold: [String], _ predicted: [String]) -> PredictionPairing {
    PredictionPairing(
      gold: gold.map { DocumentRecord(document: $0) },
      predicted: predicted.map { DocumentRecord(document: $0) })
  }
}
