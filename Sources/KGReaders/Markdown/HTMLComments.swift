internal import KGModel

/// Blanks HTML comments with blank lines that begin within a paragraph of Markdown: its parser ends the
/// paragraph there, and would show the rest of the comment. Other comments it knows.
enum HTMLComments {
  /// What comes earlier in a line is not looked at, so that one line of a megabyte is read in time.
  private static let maximumLineLength = 1000  // bytes

  /// The same bytes with spaces for such comments.
  static func blanked(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    var place = 0
    while let start = range(of: "<!--", in: bytes, from: place) {
      place = start + 4
      guard !beginsLine(bytes, start), !isInCode(bytes, start) else { continue }
      // Without an end it is text.
      guard let end = range(of: "-->", in: bytes, from: place) else { break }
      place = end + 3
      guard hasBlankLine(bytes[start..<end]) else { continue }
      for index in start..<end + 3 where bytes[index] != UInt8(ascii: "\n") { result[index] = 0x20 }
      // The text after the comment begins a line: blanks before it would make it code.
      result[end + 2] = UInt8(ascii: "\n")
    }
    return result
  }

  private static func hasBlankLine(_ text: ArraySlice<UInt8>) -> Bool {
    var isBlank = false
    for byte in text {
      if byte == UInt8(ascii: "\n") {
        if isBlank { return true }
        isBlank = true
      } else if byte > 0x20 {
        isBlank = false
      }
    }
    return false
  }

  private static func range(of sign: String, in bytes: [UInt8], from start: Int) -> Int? {
    let sign = Array(sign.utf8)
    var place = start
    while let found = bytes.firstIndex(ofByte: sign[0], from: place) {
      if bytes[found...].starts(with: sign) { return found }
      place = found + 1
    }
    return nil
  }

  private static func beginsLine(_ bytes: [UInt8], _ place: Int) -> Bool {
    for byte in bytes[..<place].suffix(maximumLineLength).reversed() {
      if byte == UInt8(ascii: "\n") { return true }
      if byte != 0x20 { return false }
    }
    return true
  }

  /// Whether an odd number of backquotes precedes in the line.
  private static func isInCode(_ bytes: [UInt8], _ place: Int) -> Bool {
    let line = bytes[..<place].suffix(maximumLineLength).reversed().prefix {
      $0 != UInt8(ascii: "\n")
    }
    return line.count { $0 == UInt8(ascii: "`") } % 2 == 1
  }
}
