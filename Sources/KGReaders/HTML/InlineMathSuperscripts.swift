internal import KGModel
internal import KGText

/// Replaces inline mathematics that only sets signs after names, `Ada Quill$^{\dagger}$` or
/// `Bo Foe$^{1,*}$`, by the signs, padded with blanks so that places stay.
enum InlineMathSuperscripts {
  private static let dollar = UInt8(ascii: "$")
  /// A longer text is a formula.
  private static let maximumLength = 32  // bytes

  /// The same bytes with signs in place of such mathematics.
  static func replaced(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.containsByte(dollar) else { return bytes }
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
      guard !isPower(after: bytes[..<start]),
        let signs = signs(String(decoding: bytes[start + 1..<end], as: UTF8.self))
      else { continue }
      let text = Array(signs.utf8)
      let padding = end + 1 - start - text.count
      guard padding >= 0 else { continue }
      let blanks = Array(repeating: UInt8(ascii: " "), count: padding)
      // Blanks at the beginning of a line would turn it into code.
      let isFirst = beginsLine(after: bytes[..<start])
      result.replaceSubrange(start...end, with: isFirst ? text + blanks : blanks + text)
    }
    return result
  }

  /// Whether a superscript after a text is an exponent: 10$^{3}$, n$^2$.
  private static func isPower(after text: ArraySlice<UInt8>) -> Bool {
    guard let last = text.last else { return false }
    if isDigit(last) { return true }
    return isLetter(last) && !(text.dropLast().last.map(isLetter) ?? false)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Whether a byte is an ASCII letter, or a part of another character.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Whether only a list marker precedes in the line.
  private static func beginsLine(after text: ArraySlice<UInt8>) -> Bool {
    for byte in text.reversed().prefix(12) {
      if byte == UInt8(ascii: "\n") { return true }
      guard " -*+>.)0123456789\t".utf8.contains(byte) else { return false }
    }
    return text.count < 12
  }

  /// The signs of `^{\dagger}` or `^{1,*}`; `nil` when the formula has more than signs and numbers.
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

  /// An asterisk that does not begin emphasis.
  private static let asterisk = "\u{2217}"
}
