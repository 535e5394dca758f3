import Testing

@testable import GoldScoring

@Suite("Edit distance")
struct EditDistanceTests {
  @Test(
    "It counts insertions, deletions and substitutions",
    arguments: [
      ("kitten", "sitting", 3), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("ab", "ba", 2),
      ("recognition", "recogniton", 1),
    ])
  func distance(first: String, second: String, distance: Int) {
    #expect(EditDistance.isAtMost(distance, Scalars(first), Scalars(second)))
    #expect(distance == 0 || !EditDistance.isAtMost(distance - 1, Scalars(first), Scalars(second)))
  }

  @Test("Cells far from the diagonal do not matter, as the whole table shows")
  func band() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let texts = (0..<2).map { _ in
        (0..<Int.random(in: 0...9, using: &random)).map { _ in
          "abc".unicodeScalars.randomElement(using: &random) ?? "a"
        }
      }
      let distance = Self.wholeTableDistance(texts[0], texts[1])
      for limit in 0...9 {
        #expect(
          EditDistance.isAtMost(limit, texts[0], texts[1]) == (distance <= limit),
          "\(texts[0].string) \(texts[1].string) \(limit)")
      }
    }
  }

  private static func wholeTableDistance(_ first: Scalars, _ second: Scalars) -> Int {
    var previous = Array(0...second.count)
    for (row, scalar) in first.enumerated() {
      var current = [row + 1]
      for (column, other) in second.enumerated() {
        current.append(
          min(
            previous[column + 1] + 1, current[column] + 1,
            previous[column] + (scalar == other ? 0 : 1)))
      }
      previous = current
    }
    return previous[second.count]
  }
}
