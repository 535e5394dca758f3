/// The lines of a source as ranges of its bytes, without their ends.
struct SourceLines {
  let bytes: [UInt8]
  private let ranges: [Range<Int>]
  /// The number of the next line, from 0.
  var place = 0

  init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    self.bytes = bytes
    let whole = range ?? (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)..<bytes.count
    var ranges: [Range<Int>] = []
    var start = whole.lowerBound
    while start < whole.upperBound {
      let end =
        bytes[start..<whole.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? whole.upperBound
      let isReturn = end > start && bytes[end - 1] == UInt8(ascii: "\r")
      ranges.append(start..<(isReturn ? end - 1 : end))
      start = end + 1
    }
    self.ranges = ranges
  }

  /// The next line, which stays; `nil` at the end.
  var peek: SourceLine? { line(place) }

  /// The line after some others; `nil` past the end.
  func ahead(_ count: Int) -> SourceLine? { line(place + count) }

  /// The next line; `nil` at the end.
  mutating func next() -> SourceLine? {
    defer { if place < ranges.count { place += 1 } }
    return line(place)
  }

  private func line(_ number: Int) -> SourceLine? {
    ranges.indices.contains(number) ? SourceLine(bytes: bytes, range: ranges[number]) : nil
  }

  /// Skips lines as long as a condition holds; returns the bytes that they take.
  @discardableResult
  mutating func skip(while condition: (SourceLine) -> Bool) -> Range<Int> {
    let start = peek?.range.lowerBound ?? bytes.count
    var end = start
    while let line = peek, condition(line) {
      end = line.range.upperBound
      place += 1
    }
    return start..<end
  }
}

/// A line of a source.
struct SourceLine {
  let bytes: [UInt8]
  let range: Range<Int>

  /// The bytes from the first to the last that is not blank.
  var content: Range<Int> {
    let text = bytes[range]
    guard let first = text.firstIndex(where: { $0 > 0x20 }),
      let last = text.lastIndex(where: { $0 > 0x20 })
    else { return range.lowerBound..<range.lowerBound }
    return first..<last + 1
  }

  var isBlank: Bool { content.isEmpty }
  /// The number of bytes before the first that is not blank.
  var indent: Int { content.lowerBound - range.lowerBound }
  /// The content as a string.
  var text: String { String(decoding: bytes[content], as: UTF8.self) }
  /// The first byte of the content; `nil` when there is none.
  var first: UInt8? { bytes[content].first }

  /// Whether the content begins with a text.
  func begins(with text: String) -> Bool { bytes[content].starts(with: text.utf8) }

  /// How often a sign is repeated at the beginning of the content.
  func repeats(_ sign: Character) -> Int {
    guard let byte = sign.asciiValue else { return 0 }
    return bytes[content].prefix { $0 == byte }.count
  }

  /// The content after its first bytes and the blanks that follow them.
  func content(after count: Int) -> Range<Int> {
    let rest = bytes[content].dropFirst(count).drop { $0 <= 0x20 }
    return rest.isEmpty
      ? content.upperBound..<content.upperBound : rest.startIndex..<content.upperBound
  }

  /// The length of a number with a full stop or a bracket after it at the beginning of the content, with
  /// a blank behind; `nil` when there is none.
  var numberLength: Int? {
    let text = bytes[content]
    let digits = text.prefix { (0x30...0x39).contains($0) }
    guard (1...3).contains(digits.count), let close = text.dropFirst(digits.count).first,
      ".)".utf8.contains(close), text.dropFirst(digits.count + 1).first == 0x20
    else { return nil }
    return digits.count + 1
  }
}
