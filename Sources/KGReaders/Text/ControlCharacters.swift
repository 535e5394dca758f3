internal import KGModel

/// Control characters that converters and terminals leave in texts: white space with another look. Each
/// is replaced by as many bytes, so that places stay.
enum ControlCharacters {
  /// The same bytes with spaces for control characters and for escape sequences that set colours, and a
  /// line end for a vertical tab and for U+0085. Line ends, tabs and page breaks stay.
  static func blanked(_ bytes: [UInt8]) -> [UInt8] {
    guard let first = firstSuspect(in: bytes) else { return bytes }
    var result = bytes
    var place = first
    while place < bytes.count {
      let next = place + 1 < bytes.count ? bytes[place + 1] : 0
      switch bytes[place] {
      case 0x0B: result[place] = newLine
      case 0x1B:
        let end = endOfEscape(in: bytes, from: place)
        for index in place..<end { result[index] = space }
        place = end
        continue
      case let byte where isControl(byte): result[place] = space
      // C1 controls, two bytes each in UTF-8; U+0085 is a line end of mainframes.
      case 0xC2 where (0x80...0x9F).contains(next):
        result[place] = space
        result[place + 1] = next == 0x85 ? newLine : space
        place += 1
      default: break
      }
      place += 1
    }
    return result
  }

  /// The same bytes with a line end for each page break, for forms in which a page break has no meaning.
  static func endingLinesAtPageBreaks(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.containsByte(pageBreak) else { return bytes }
    return bytes.map { $0 == pageBreak ? newLine : $0 }
  }

  /// Whether a byte is a control character that is not white space.
  static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && !(0x09...0x0D).contains(byte) || byte == 0x7F
  }

  private static let space = UInt8(ascii: " ")
  private static let newLine = UInt8(ascii: "\n")
  private static let pageBreak: UInt8 = 0x0C

  private static func firstSuspect(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      bytes.indices.first { place in
        let byte = bytes[place]
        // Nearly all bytes are letters.
        guard byte < 0x20 || byte == 0x7F || byte == 0xC2 else { return false }
        return byte == 0x0B || isControl(byte)
          || byte == 0xC2 && place + 1 < bytes.count && (0x80...0x9F).contains(bytes[place + 1])
      }
    }
  }

  /// Where `ESC [ 3 1 m` ends (ECMA-48, section 5.4); any other escape character is alone.
  private static func endOfEscape(in bytes: [UInt8], from place: Int) -> Int {
    guard place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "[") else { return place + 1 }
    let parameters = bytes[(place + 2)...].prefix(32).prefix { (0x20...0x3F).contains($0) }
    let end = parameters.endIndex
    return end < bytes.count && (0x40...0x7E).contains(bytes[end]) ? end + 1 : place + 1
  }
}
