/// The part of a document that is in memory, called the window: at least the token being parsed, and what
/// was read ahead.
///
/// | index | is |
/// |---|---|
/// | `position` | the first byte not yet consumed: the start of the current token |
/// | `end` | the end of the bytes known to be complete UTF-8 characters |
/// | `filled` | the end of the bytes read; up to three bytes of an incomplete character lie beyond `end` |
///
/// The parser sees bytes before `end` only, so it never sees a byte that is not UTF-8; the fault is thrown
/// when the parser reaches it. Offsets count from `position` and remain valid when more is read.
///
/// Every unsafe pointer of the parser is in this type. A slice that it returns is valid until the next
/// mutating call.
struct TurtleInput: ~Copyable {
  private let read: ReadBytes
  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var position = 0
  private var end = 0
  private var filled = 0
  private var isComplete = false
  private var isMalformed = false

  /// The line of `position`, counted from 1. A line ends with a line feed.
  private(set) var line = 1
  /// The start of the line in the window; 0 when it begins before the window, by `charactersBeforeWindow`.
  private var lineStart = 0
  private var charactersBeforeWindow = 0

  init(_ read: @escaping ReadBytes, capacity: Int = 1 << 18) {
    self.read = read
    self.capacity = capacity
    bytes = .allocate(capacity: capacity)
  }

  deinit {
    bytes.deallocate()
  }
}

// MARK: Peeking

extension TurtleInput {
  /// The byte at an offset; `nil` at the end of the document.
  @inline(__always)
  mutating func byte(_ offset: Int = 0) throws -> UInt8? {
    if position + offset < end { return bytes[position + offset] }
    return try byteAfterReading(offset)
  }

  @inline(never)
  private mutating func byteAfterReading(_ offset: Int) throws -> UInt8? {
    while position + offset >= end {
      guard try readMore() else { return nil }
    }
    return bytes[position + offset]
  }

  /// The first offset at or after the given one whose byte fails the test, or the end of the document.
  @inline(__always)
  mutating func run(from offset: Int, while isInside: (UInt8) -> Bool) throws -> Int {
    var offset = offset
    repeat {
      let (start, count) = (bytes + position, end - position)
      while offset < count {
        guard isInside(start[offset]) else { return offset }
        offset += 1
      }
    } while try readMore()
    return offset
  }

  /// The character at an offset at which `byte` returned a byte beyond ASCII.
  func scalar(_ offset: Int) -> Unicode.Scalar {
    // The window holds complete characters, so there is one.
    slice(offset..<end - position).firstScalar ?? "\u{FFFD}"
  }

  /// Bytes that `byte` or `run` has reached.
  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + position + range.lowerBound, count: range.count)
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: slice(range), as: UTF8.self)
  }
}

// MARK: Consuming

extension TurtleInput {
  /// Consumes bytes without line breaks.
  @inline(__always)
  mutating func consume(_ count: Int) {
    position += count
  }

  /// Consumes bytes that may contain line breaks.
  mutating func consumeLines(_ count: Int) {
    for index in position..<position + count where bytes[index] == UInt8(ascii: "\n") {
      startLine(after: index)
    }
    position += count
  }

  mutating func skipByteOrderMark() throws {
    guard try byte() == 0xEF, scalar(0) == "\u{FEFF}" else { return }
    position += 3
    lineStart = position
  }

  /// Consumes white space and comments.
  mutating func skipBlanks() throws {
    repeat {
      while position < end {
        switch bytes[position] {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): position += 1
        case UInt8(ascii: "\n"):
          startLine(after: position)
          position += 1
        case UInt8(ascii: "#"): try skipComment()
        default: return
        }
      }
    } while try readMore()
  }

  private mutating func skipComment() throws {
    repeat {
      while position < end {
        switch bytes[position] {
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return
        default: position += 1
        }
      }
    } while try readMore()
  }

  private mutating func startLine(after index: Int) {
    line += 1
    lineStart = index + 1
    charactersBeforeWindow = 0
  }
}

// MARK: Filling the window

extension TurtleInput {
  /// Reads more characters into the window; `false` at the end of the document.
  private mutating func readMore() throws -> Bool {
    let known = end
    let offset = known - position
    while !isMalformed && !isComplete {
      try makeRoom()
      let count = try read(
        UnsafeMutableRawBufferPointer(start: bytes + filled, count: capacity - filled))
      precondition(0...capacity - filled ~= count, "a reader must stay within its buffer")
      isComplete = count == 0
      filled += count
      let whole = ValidUTF8Prefix(UnsafeBufferPointer(start: bytes + end, count: filled - end))
      end += whole.byteCount
      isMalformed = whole.isFollowedByInvalidBytes
      if end - position > offset { return true }
    }
    guard end == filled else {
      let byte = String(bytes[end], radix: 16, uppercase: true)
      throw error(
        "byte 0x\(byte) is not valid UTF-8 here; save the document as UTF-8", at: offset)
    }
    return false
  }

  /// Moves the token to the start of the window, or doubles the window when the token fills half of it.
  private mutating func makeRoom() throws {
    guard filled == capacity else { return }
    guard position < capacity / 2 else { return moveToFront() }
    guard capacity < LineChunks.maximumLineByteCount else {
      throw error(
        "a token of more than \(capacity >> 21) MB; close the string or IRI that begins here")
    }
    capacity *= 2
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: bytes, count: filled)
    bytes.deallocate()
    bytes = larger
  }

  private mutating func moveToFront() {
    if lineStart < position {
      charactersBeforeWindow += slice(lineStart - position..<0).characterCount
      lineStart = 0
    } else {
      lineStart -= position
    }
    bytes.update(from: bytes + position, count: filled - position)
    end -= position
    filled -= position
    position = 0
  }
}

// MARK: Faults

extension TurtleInput {
  /// The longest text that a message quotes, in characters.
  private static let quotedLength = 40

  /// A fault at an offset, with the text there.
  mutating func error(_ message: String, at offset: Int = 0) -> RDFSyntaxError {
    let quoted = quotedText(offset)
    var (line, column) = (line, charactersBeforeWindow + 1)
    var start = lineStart - position
    for (index, byte) in slice(0..<offset).enumerated() where byte == UInt8(ascii: "\n") {
      (line, column, start) = (line + 1, 1, index + 1)
    }
    column += slice(start..<offset).characterCount
    return RDFSyntaxError(message, line: line, column: column, text: quoted)
  }

  /// The word at an offset; the rest of the line where a string or an IRI begins.
  private mutating func quotedText(_ offset: Int) -> String {
    // A later fault, or a reader that fails, only makes the quotation shorter.
    while !isMalformed && !isComplete && end - position < offset + 4 * Self.quotedLength {
      guard (try? readMore()) == true else { break }
    }
    let rest = String(decoding: slice(offset..<end - position), as: UTF8.self)
      .unicodeScalars.prefix(Self.quotedLength + 1)
    let mayHaveSpaces = rest.first.map { "\"'<".unicodeScalars.contains($0) } ?? false
    let quoted = rest.prefix {
      $0 != "\n" && $0 != "\r" && (mayHaveSpaces || $0 != " " && $0 != "\t")
    }
    guard quoted.count > Self.quotedLength else { return String(quoted) }
    return String(quoted.dropLast()) + "…"
  }
}
