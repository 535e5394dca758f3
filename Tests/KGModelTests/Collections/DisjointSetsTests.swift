import KGModel
import Testing

@Suite("Disjoint sets")
struct DisjointSetsTests {
  @Test("elements that are joined through others are one set, known by its least element")
  func sets() {
    var sets = DisjointSets<Int>()
    for (one, other) in [(7, 3), (9, 8), (3, 1), (5, 5), (1, 7)] { sets.join(one, other) }
    #expect(sets.sets == [[1, 3, 7], [5], [8, 9]])
    #expect(sets.least(of: 7) == 1)
    #expect(sets.least(of: 4) == 4)
  }

  @Test("the order of joining does not matter")
  func order() {
    let pairs = (0..<50).map { ($0, $0 * 7 % 50) }
    func sets(_ pairs: [(Int, Int)]) -> [[Int]] {
      var sets = DisjointSets<Int>()
      for (one, other) in pairs { sets.join(one, other) }
      return sets.sets
    }
    #expect(sets(pairs) == sets(pairs.reversed().map { ($1, $0) }))
  }
}
