import KGModel
import Testing

@testable import KGText

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

  @Test(
    "A run of places is kept as the places one by one are",
    arguments: [[0..<300], [7..<9, 20..<400, 5..<6], [0..<70, 71..<71, 70..<500], []])
  func runs(runs: [Range<Int>]) {
    var offsets = ByteOffsets()
    runs.forEach { offsets.append(run: $0) }
    #expect((0..<offsets.count).map { offsets[$0] } == runs.flatMap { Array($0) })
    offsets.append(1000)
    #expect(offsets[offsets.count - 1] == 1000)
  }

  @Test(
    "A closed text keeps every place, with much markup in it or little",
    arguments: [
      Array(7..<300), Array(0..<100) + Array(110..<200) + Array(203..<260),
      Array(0..<40) + Array(20..<80), Array(stride(from: 0, to: 900, by: 3)), [5],
    ])
  func closed(places: [Int]) {
    var offsets = ByteOffsets()
    places.forEach { offsets.append($0) }
    var closed = offsets.closed(at: 5000)
    let all = places + [5000]
    #expect((0..<closed.count).map { closed[$0] } == all)
    #expect((0..<closed.count).map { closed.shifted(by: 10)[$0] } == all.map { $0 + 10 })
    let part = closed[0...places.count - 1]
    #expect((0..<part.count).map { part[$0] } == places)
    closed.append(5001)
    closed.removeLast()
    closed.removeLast()
    #expect((0..<closed.count).map { closed[$0] } == places)
  }
}
