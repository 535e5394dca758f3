internal import KGModel

/// Line numbers of byte offsets in one source; `\n`, `\r\n` and a lone `\r` end a line.
package struct LineIndex: Sendable {
  private let starts: [Int]

  package init(_ bytes: [UInt8]) {
    var starts = [0]
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        if Self.hasNoLineEnd(bytes, from: index) {
          index += Self.stride
          continue
        }
        let isReturn = bytes[index] == UInt8(ascii: "\r")
        let isAlone = index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")
        if bytes[index] == UInt8(ascii: "\n") || isReturn && isAlone { starts.append(index + 1) }
        index += 1
      }
    }
    self.starts = starts
  }

  /// Bytes that are looked at together: most lines have several times as many.
  private static let stride = MemoryLayout<UInt64>.size

  /// Whether the next bytes are all greater than the signs that end lines: none of them is less than `\r` + 1, by the
  /// high bits of their differences (Warren, “Hacker's Delight”, 6-1).
  @inline(__always)
  private static func hasNoLineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Bool {
    guard index + stride <= bytes.count, let first = bytes.baseAddress else { return false }
    let eight = UnsafeRawPointer(first + index).loadUnaligned(as: UInt64.self)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highBits = ones << 7
    return (eight &- ones &* UInt64(UInt8(ascii: "\r") + 1)) & ~eight & highBits == 0
  }

  /// The number of lines, at least 1.
  package var count: Int { starts.count }

  /// The line of a byte, counted from 1.
  package func line(of offset: Int) -> Int {
    starts.indices.partitioningIndex { starts[$0] > offset }
  }

  /// The offset of the first byte of a line, counted from 1; past the last line, that of the last.
  package func start(ofLine line: Int) -> Int {
    starts[max(0, min(line - 1, starts.count - 1))]
  }
}
