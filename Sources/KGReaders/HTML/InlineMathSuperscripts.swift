internal import KGText

/// Signs behind names that Markdown sets as mathematics: `Ada Quill$^{\dagger}$`, `Bo Foe$^{1,*}$`. They are put in its
/// place, byte for byte with blanks beside them, so that places stay.
enum InlineMathSuperscripts {
  private static let dollar = UInt8(ascii: "$")
  /// What is longer is a formula.
  private static let maximumLength = 32

  static func replaced(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(dollar) else { return bytes }
    var result = bytes
    var place = 0
    while let start = bytes[place...].firstIndex(of: dollar) {
      place = start + 1
      let limit = min(bytes.count, start + maximumLength)
      // $5 is a price.
      guard place < bytes.count, !isDigit(bytes[place]),
        let end = bytes[place..<limit].firstIndex(of: dollar)
      else { continue }
      place = end + 1
      guard !isPower(behind: bytes[..<start]),
        let signs = signs(String(decoding: bytes[start + 1..<end], as: UTF8.self))
      else { continue }
      let text = Array(signs.utf8)
      let padding = end + 1 - start - text.count
      guard padding >= 0 else { continue }
      let blanks = Array(repeating: UInt8(ascii: " "), count: padding)
      // Blanks at the beginning of a line would make code of it.
      let isFirst = beginsLine(behind: bytes[..<start])
      result.replaceSubrange(start...end, with: isFirst ? text + blanks : blanks + text)
    }
    return result
  }

  /// 10$^{3}$ and n$^2$ are powers.
  private static func isPower(behind text: ArraySlice<UInt8>) -> Bool {
    guard let last = text.last else { return false }
    if isDigit(last) { return true }
    return isLetter(last) && !(text.dropLast().last.map(isLetter) ?? false)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Letters of ASCII, and parts of others.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Whether nothing but a list's marker stands in front.
  private static func beginsLine(behind text: ArraySlice<UInt8>) -> Bool {
    for byte in text.reversed().prefix(12) {
      if byte == UInt8(ascii: "\n") { return true }
      guard " -*+>.)0123456789\t".utf8.contains(byte) else { return false }
    }
    return text.count < 12
  }

  /// `^{\dagger}`, `^{1,*}`; `nil` where there is more than signs and numbers.
  private static func signs(_ formula: String) -> String? {
    guard formula.unicodeScalars.first == "^" else { return nil }
    var signs = ""
    var rest = formula.unicodeScalars.dropFirst()
    while let first = rest.first {
      rest = rest.dropFirst()
      switch first {
      case "{", "}", " ", "^": continue
      case "*": signs += asterisk
      case "#", ",", "0"..."9": signs.unicodeScalars.append(first)
      case "\\":
        let name = rest.prefix { $0.isLetter }
        rest = rest[name.endIndex...]
        guard let sign = LaTeXCommand.symbol(String(Substring(name))) else { return nil }
        signs += sign == "*" ? asterisk : sign
      default: return nil
      }
    }
    return signs.isEmpty ? nil : signs
  }

  /// No beginning of emphasis.
  private static let asterisk = "\u{2217}"
}
