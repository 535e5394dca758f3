import Testing

@testable import KGModel

@Suite("Binary search")
struct BinarySearchTests {
  @Test(
    "The first index that the condition holds for is found, or the end",
    arguments: [
      ([1, 3, 3, 7], 0, 0), ([1, 3, 3, 7], 3, 1), ([1, 3, 3, 7], 4, 3), ([1, 3, 3, 7], 8, 4),
      ([], 1, 0),
    ])
  func firstIndex(values: [Int], least: Int, expected: Int) {
    #expect(values.indices.partitioningIndex { values[$0] >= least } == expected)
  }

  @Test("A range that does not begin at 0 is searched within its bounds")
  func bounds() {
    #expect((5..<9).partitioningIndex { $0 >= 2 } == 5)
    #expect((5..<9).partitioningIndex { $0 >= 7 } == 7)
    #expect((5..<9).partitioningIndex { _ in false } == 9)
  }
}
