/// Blanks the attributes of an HTML tag after the first thousand: the parser compares each attribute
/// with all before it, and a tag with a hundred thousand would take ten seconds.
enum ExcessAttributes {
  private static let maximumCount = 1000

  /// The same bytes with spaces for the excess attributes, so that places stay.
  static func blanked(_ bytes: [UInt8]) -> [UInt8] {
    var excess: [Range<Int>] = []
    var index = 0
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = open + 1
      guard index < bytes.count, isLetter(bytes[index]) else { continue }
      let tag = tag(in: bytes, from: index)
      if let start = tag.excessStart { excess.append(start..<tag.end) }
      index = tag.end
    }
    guard !excess.isEmpty else { return bytes }
    var blanked = bytes
    for range in excess {
      for place in range { blanked[place] = UInt8(ascii: " ") }
    }
    return blanked
  }

  /// Where a tag ends, and where its excess attributes begin; `nil` when it has none.
  private static func tag(in bytes: [UInt8], from start: Int) -> (end: Int, excessStart: Int?) {
    var count = 0
    var quote: UInt8?
    var previous = UInt8(ascii: "<")
    var excessStart: Int?
    for index in start..<bytes.count {
      let byte = bytes[index]
      defer { if !isBlank(byte) || previous != UInt8(ascii: "=") { previous = byte } }
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return (index, excessStart)
      } else if isQuote(byte), previous == UInt8(ascii: "=") {
        quote = byte
      } else if !isSeparator(byte), isSeparator(previous) || isQuote(previous) {
        count += 1
        if count == maximumCount + 1 { excessStart = index }
      }
    }
    return (bytes.count, excessStart)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == UInt8(ascii: "/")
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }
}
