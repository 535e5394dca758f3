import Testing

@testable import KGIngest

@Suite("Places of characters")
struct ByteOffsetsTests {
  @Test(
    "Every place is kept, near or far, forward or back",
    arguments: [
      Array(7..<300), [0, 1, 4, 7, 8, 300, 301, 2, 3, 1000, 100_000, 100_003],
      Array(stride(from: 0, to: 900, by: 3)), [5], [],
    ])
  func kept(places: [Int]) {
    var offsets = ByteOffsets()
    places.forEach { offsets.append($0) }
    #expect((0..<offsets.count).map { offsets[$0] } == places)
    #expect((0..<offsets.count).map { offsets.shifted(by: 10)[$0] } == places.map { $0 + 10 })
    if places.count > 2 {
      let part = offsets[1...places.count - 2]
      #expect((0..<part.count).map { part[$0] } == Array(places[1...places.count - 2]))
      for _ in 0..<2 { offsets.removeLast() }
      offsets.append(77)
      #expect((0..<offsets.count).map { offsets[$0] } == places.dropLast(2) + [77])
    }
  }
}
