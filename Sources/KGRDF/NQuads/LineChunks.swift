/// Cuts a document into chunks of whole lines while it is read.
package struct LineChunks {
  private let read: ReadBytes
  private let size: Int
  private var rest: [UInt8] = []
  private var isAtStart = true
  /// Whether the whole document has been read.
  package private(set) var isAtEnd = false

  /// Longer lines are refused, so that a hostile document cannot exhaust memory.
  static let maximumLineByteCount = 1 << 28

  /// - Parameter size: The size of a chunk in bytes; a longer line makes a longer chunk.
  package init(size: Int = 1 << 21, read: @escaping ReadBytes) {
    self.read = read
    self.size = size
  }

  /// The next chunk; `nil` at the end of the document.
  ///
  /// - Throws: ``RDFSyntaxError`` for a line that is too long, and what reading throws.
  package mutating func next() throws -> OwnedBytes? {
    while !isAtEnd {
      guard rest.count <= Self.maximumLineByteCount else {
        throw RDFSyntaxError(
          "a line of more than \(Self.maximumLineByteCount >> 20) MB", line: 1, column: 1, text: "")
      }
      var end = 0
      let run = try OwnedBytes(capacity: max(size, rest.count * 2)) { buffer in
        let count = try fill(buffer)
        let filled = UnsafeBufferPointer(rebasing: buffer[..<count])
        end = isAtEnd ? count : Self.lastLineEnd(filled).map { $0 + 1 } ?? 0
        rest = Array(filled[end...])
        return end
      }
      if end > 0 { return run }
    }
    return nil
  }

  /// Writes the bytes left from the last chunk, then as many more as fit.
  private mutating func fill(_ buffer: UnsafeMutableBufferPointer<UInt8>) throws -> Int {
    var count = buffer.update(fromContentsOf: rest)
    while count < buffer.count, !isAtEnd {
      let room = UnsafeMutableBufferPointer(rebasing: buffer[count...])
      let added = try read(UnsafeMutableRawBufferPointer(room))
      isAtEnd = added == 0
      count += added
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if isAtStart, buffer[..<count].starts(with: mark) {
      count = buffer.update(fromContentsOf: Array(buffer[mark.count..<count]))
    }
    isAtStart = false
    return count
  }

  /// The last `\n`, or the last `\r` in a chunk without `\n`, so that `\r\n` is never split.
  private static func lastLineEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    bytes.lastIndex(of: UInt8(ascii: "\n")) ?? bytes.lastIndex(of: UInt8(ascii: "\r"))
  }
}
