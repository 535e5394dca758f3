/// A document as a window that moves over its bytes, with the place in lines and characters. What the
/// window shows is UTF-8.
struct ByteWindow {
  private let read: ReadBytes
  private var bytes: [UInt8] = []
  /// How many of the bytes have been read.
  private var filled = 0
  private var position = 0
  /// Up to where the bytes are whole characters.
  private var end = 0
  private var isAtEnd = false
  private var isDamaged = false
  private var isAtStart = true

  /// Both counted from 1, the column in characters.
  private(set) var line = 1
  private(set) var column = 1

  private static let pieceByteCount = 1 << 16

  init(_ read: @escaping ReadBytes) {
    self.read = read
  }

  /// The byte at the place, or so many bytes after it; `nil` after the end.
  @inline(__always)
  mutating func peek(_ offset: Int = 0) throws -> UInt8? {
    if position &+ offset < end { return bytes[position &+ offset] }
    return try peekAfterReading(offset)
  }

  private mutating func peekAfterReading(_ offset: Int) throws -> UInt8? {
    while position + offset >= end {
      if isDamaged, position + offset == end { throw error("this is not UTF-8") }
      guard !isAtEnd, !isDamaged else { return nil }
      try readOn()
    }
    return bytes[position + offset]
  }

  private mutating func readOn() throws {
    let kept = filled - position
    if position > 0 {
      let unread = position..<filled
      bytes.withUnsafeMutableBytes {
        $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[unread]))
      }
      (position, filled) = (0, kept)
    }
    if bytes.count - filled < Self.pieceByteCount {
      bytes.append(contentsOf: repeatElement(0, count: max(Self.pieceByteCount, filled)))
    }
    let count = try bytes.withUnsafeMutableBytes {
      try read(UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
    }
    filled += count
    isAtEnd = count == 0
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if isAtStart, filled >= mark.count || isAtEnd {
      isAtStart = false
      if bytes[..<filled].starts(with: mark) { position = mark.count }
    }
    validate()
  }

  /// A character that is cut in two waits for the rest.
  private mutating func validate() {
    // What was valid stays so, up to a character that may have been cut.
    let start = position
    let invalid = bytes.withUnsafeBufferPointer {
      firstInvalidUTF8(UnsafeBufferPointer(rebasing: $0[start..<filled]))
    }
    end = invalid.map { start + $0 } ?? filled
    isDamaged = end < filled && (isAtEnd || filled - end >= 4 || !isCutCharacter())
  }

  private func isCutCharacter() -> Bool {
    let tail = Array(bytes[end..<filled])
    // Followed by enough of some continuation it would be a character.
    return [[0x80], [0x80, 0x80], [0x80, 0x80, 0x80], [0xBF], [0xBF, 0xBF], [0xBF, 0xBF, 0xBF]]
      .contains { (more: [UInt8]) in
        (tail + more).withUnsafeBufferPointer { firstInvalidUTF8($0) } == nil
      }
  }

  /// Goes on by one byte, which has been looked at.
  @inline(__always)
  mutating func advance() {
    let byte = bytes[position]
    position &+= 1
    if byte == UInt8(ascii: "\n") {
      line &+= 1
      column = 1
    } else if byte & 0xC0 != 0x80 {
      column &+= 1
    }
  }

  mutating func advance(by count: Int) {
    for _ in 0..<count { advance() }
  }

  /// The character at the place or so many bytes after it.
  mutating func peekScalar(_ offset: Int = 0) throws -> Unicode.Scalar? {
    guard let first = try peek(offset) else { return nil }
    if first < 0x80 { return Unicode.Scalar(first) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    _ = try peek(offset + length - 1)
    return bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return nil }
      return NameCharacters.scalar(at: start + position + offset, before: start + end)
    }
  }

  /// An error at the place.
  mutating func error(_ message: String) -> RDFSyntaxError {
    RDFSyntaxError(message, line: line, column: column, text: textAhead())
  }

  /// What follows on the line, cut to a readable length.
  mutating func textAhead() -> String {
    // What cannot be read does not matter here.
    _ = try? peek(160)
    let rest = bytes[position..<min(filled, position + 160)]
      .prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let text = String(decoding: rest, as: UTF8.self)
    return text.count > 40 ? text.prefix(40) + "…" : text
  }
}
