import TestSupport
import Testing

@testable import KGStore

@Suite("Blocks of statements")
struct StatementBlockTests {
  private typealias Statement = (quad: QuadIDs, line: Int)

  private let statements: [Statement] = [
    (QuadIDs(s: 1024, p: 1, o: 1025), 1), (QuadIDs(s: 1024, p: 2, o: -17_979), 2),
    (QuadIDs(s: 1026, p: 1, o: 1025, g: 40_000), 3), (QuadIDs(s: 1026, p: 1, o: 1027), 4),
    (QuadIDs(s: 5, p: 32_767, o: -(1 << 46)), 4), (QuadIDs(s: 1 << 40, p: 1 << 45, o: 1), 900),
    (QuadIDs(s: 1 << 40, p: 1, o: 1), 2),
  ]

  private func block(_ statements: [Statement]) -> [UInt8] {
    var block = StatementBlock()
    for (quad, line) in statements { block.append(quad, line: line) }
    return block.bytes
  }

  /// - Returns: `nil` when the block is damaged.
  private func read(_ bytes: [UInt8]) -> [Statement]? {
    var read: [Statement] = []
    let isWhole = bytes.withUnsafeBytes { StatementBlock.decode($0) { read.append(($0, $1)) } }
    return isWhole ? read : nil
  }

  @Test("Decoding gives the encoded statements and lines in their order")
  func roundTrip() throws {
    let read = try #require(self.read(block(statements)))
    #expect(read.map(\.quad) == statements.map(\.quad))
    #expect(read.map(\.line) == statements.map(\.line))
  }

  @Test("There can be more shapes than shape numbers, with predicates of any size")
  func manyPredicates() throws {
    var random = SeededRandom(1)
    let predicates = (0..<400).map {
      $0 < 300 ? $0 + 1 : Int64.random(in: 1...(1 << 47), using: &random)
    }
    let statements: [Statement] = (0..<20_000).map { index in
      let quad = QuadIDs(
        s: .random(in: 1000...1010, using: &random),
        p: predicates.randomElement(using: &random) ?? 1,
        o: .random(in: -5...5, using: &random), g: .random(in: 0...1, using: &random))
      return (quad, index / 2)
    }
    let read = try #require(self.read(block(statements)))
    #expect(read.map(\.quad) == statements.map(\.quad))
    #expect(read.map(\.line) == statements.map(\.line))
  }

  @Test("A statement whose terms are new or repeated takes one byte")
  func size() {
    // A hundred things, each with a type, a new title and a new author.
    let statements: [Statement] = (0..<100).flatMap { index -> [Statement] in
      let thing = Int64(2000 + index * 3)
      return [
        (QuadIDs(s: thing, p: 1, o: 1024), index * 3 + 1),
        (QuadIDs(s: thing, p: 2, o: thing + 1), index * 3 + 2),
        (QuadIDs(s: thing, p: 3, o: thing + 2), index * 3 + 3),
      ]
    }
    #expect(block(statements).count < 300 + 30)
  }

  @Test("A truncated block is detected")
  func damage() {
    let bytes = block(statements)
    // Only prefixes that end with a statement decode completely.
    #expect((0..<bytes.count).count { read(Array(bytes.prefix($0))) != nil } == statements.count)
  }

  @Test("An unknown shape is detected")
  func unknownShape() {
    #expect(read([1, 2, 3]) == nil)
    #expect(read(block(statements) + [100]) == nil)
  }

  @Test("Decoding arbitrary bytes terminates without a crash")
  func noise() {
    var random = SeededRandom(2)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 1...60, using: &random)).map { _ in
        UInt8.random(in: 0...(Bool.random(using: &random) ? 3 : 255), using: &random)
      }
      for statement in read(bytes) ?? [] { #expect(statement.quad.p >= 0) }
    }
  }
}
