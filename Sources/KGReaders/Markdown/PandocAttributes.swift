internal import KGModel

/// Blanks the attributes that pandoc, R Markdown and Quarto put after headings, links, spans and divs:
/// `{-}`, `{.unnumbered #edu}`, `{data-icon=suitcase}`, and the brackets of a span, `[text]{.small}`.
enum PandocAttributes {
  /// Attributes are shorter, and on one line.
  private static let maximumLength = 300  // bytes

  /// The same bytes with spaces for attributes, so that places stay.
  static func blanked(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.containsByte(UInt8(ascii: "{")) else { return bytes }
    var result = bytes
    var lineStart = 0
    while lineStart < bytes.count {
      let lineEnd = bytes[lineStart...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      blank(lineStart..<lineEnd, of: bytes, in: &result)
      lineStart = lineEnd + 1
    }
    return result
  }

  private static func blank(_ line: Range<Int>, of bytes: [UInt8], in result: inout [UInt8]) {
    let text = bytes[line]
    guard text.contains(UInt8(ascii: "{")) else { return }
    let first = text.first { $0 > 0x20 }
    // The braces after a code fence name a language.
    let isFence = first.map { $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "~") } ?? false
    if isFence, text.drop(while: { $0 <= 0x20 }).prefix(3).allSatisfy({ $0 == first }) { return }
    var place = line.lowerBound
    while let open = bytes[place..<line.upperBound].firstIndex(of: UInt8(ascii: "{")) {
      place = open + 1
      let limit = min(line.upperBound, open + maximumLength)
      guard let close = bytes[open..<limit].firstIndex(of: UInt8(ascii: "}")),
        areAttributes(bytes[(open + 1)..<close])
      else { continue }
      let before = bytes[line.lowerBound..<open].last { $0 > 0x20 }
      let isAttached = before.map { "])`:".utf8.contains($0) } ?? false
      guard isAttached || first == UInt8(ascii: "#") else { continue }
      for index in open...close { result[index] = 0x20 }
      if open > line.lowerBound, bytes[open - 1] == UInt8(ascii: "]") {
        blankBrackets(endingAt: open - 1, in: line, of: bytes, &result)
      }
      place = close + 1
    }
  }

  /// Whether the text between braces is a list of attributes and nothing else.
  private static func areAttributes(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text.drop { $0 == 0x20 }
    guard !rest.isEmpty else { return false }
    while let first = rest.first {
      let word: ArraySlice<UInt8>
      switch first {
      case UInt8(ascii: "-") where rest.count == 1 || rest.dropFirst().first == 0x20:
        word = rest.prefix(1)
      case UInt8(ascii: "."), UInt8(ascii: "#"):
        word = rest.prefix { $0 != 0x20 }
        guard word.count > 1 else { return false }
      default:
        let key = rest.prefix { isKeyPart($0) }
        guard !key.isEmpty, rest.dropFirst(key.count).first == UInt8(ascii: "=") else {
          return false
        }
        word = rest.prefix(key.count + 1 + valueLength(rest.dropFirst(key.count + 1)))
      }
      rest = rest.dropFirst(word.count).drop { $0 == 0x20 }
    }
    return true
  }

  private static func isKeyPart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "-_:".utf8.contains(byte)
  }

  private static func valueLength(_ text: ArraySlice<UInt8>) -> Int {
    guard let quote = text.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return text.prefix { $0 != 0x20 }.count
    }
    return min(text.count, text.dropFirst().prefix { $0 != quote }.count + 2)
  }

  /// Blanks the brackets of a span; those of an image are kept.
  private static func blankBrackets(
    endingAt end: Int, in line: Range<Int>, of bytes: [UInt8], _ result: inout [UInt8]
  ) {
    var depth = 0
    for place in (max(line.lowerBound, end - maximumLength)...end).reversed() {
      if bytes[place] == UInt8(ascii: "]") { depth += 1 }
      if bytes[place] == UInt8(ascii: "[") { depth -= 1 }
      guard depth == 0 else { continue }
      if place > line.lowerBound, bytes[place - 1] == UInt8(ascii: "!") { return }
      result[place] = 0x20
      result[end] = 0x20
      return
    }
  }
}
