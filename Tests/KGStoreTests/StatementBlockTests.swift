import Testing

@testable import KGStore

@Suite("Blocks of statements")
struct StatementBlockTests {
  private let statements: [(QuadIDs, Int)] = [
    (QuadIDs(s: 32_768, p: 1, o: 32_769), 1), (QuadIDs(s: 32_768, p: 2, o: -17_979), 2),
    (QuadIDs(s: 32_770, p: 1, o: 32_769, g: 40_000), 3),
    (QuadIDs(s: 5, p: 32_767, o: -(1 << 46)), 3), (QuadIDs(s: 1 << 40, p: 1 << 45, o: 1), 900),
    (QuadIDs(s: 1 << 40, p: 1, o: 1), 2),
  ]

  @Test("give back what was put in, in its order, with its lines")
  func roundTrip() {
    var block = StatementBlock()
    for (quad, line) in statements { block.append(quad, line: line) }
    var read: [(QuadIDs, Int)] = []
    let isWhole = block.bytes.withUnsafeBytes { bytes in
      StatementBlock.decode(bytes) { read.append(($0, $1)) }
    }
    #expect(isWhole)
    #expect(read.map(\.0) == statements.map(\.0))
    #expect(read.map(\.1) == statements.map(\.1))
  }

  @Test("tell when they are cut")
  func damage() {
    var block = StatementBlock()
    for (quad, line) in statements { block.append(quad, line: line) }
    var ends = 0
    for count in 0..<block.bytes.count {
      let isWhole = block.bytes.prefix(count).withUnsafeBytes { bytes in
        StatementBlock.decode(UnsafeRawBufferPointer(rebasing: bytes[...])) { _, _ in }
      }
      ends += isWhole ? 1 : 0
    }
    // Only the ends of statements pass for whole.
    #expect(ends == statements.count)
  }
}
