internal import KGModel

/// Line numbers of byte offsets in one source; `\n`, `\r\n` and a lone `\r` end a line.
package struct LineIndex: Sendable {
  private let starts: [Int]

  package init(_ bytes: [UInt8]) {
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte <= UInt8(ascii: "\r") {
      let isReturn = byte == UInt8(ascii: "\r")
      let isAlone = index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")
      if byte == UInt8(ascii: "\n") || isReturn && isAlone { starts.append(index + 1) }
    }
    self.starts = starts
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
