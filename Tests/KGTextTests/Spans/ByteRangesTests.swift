import KGText
import Testing

@Suite("Ranges of bytes") struct ByteRangesTests {
  private static let ranges = ByteRanges([20..<30, 5..<10, 8..<12, 7..<7])

  @Test("a range overlaps those with which it shares a byte")
  func overlaps() {
    #expect(Self.ranges.overlaps(0..<6))
    #expect(Self.ranges.overlaps(11..<20))
    #expect(Self.ranges.overlaps(25..<26))
  }

  @Test("ranges that only touch, empty ones and those between do not overlap")
  func apart() {
    #expect(!Self.ranges.overlaps(12..<20))
    #expect(!Self.ranges.overlaps(30..<40))
    #expect(!Self.ranges.overlaps(8..<8))
    #expect(!ByteRanges([]).overlaps(0..<100))
  }
}
