/// Signs behind names that Markdown sets as mathematics: `Ada Quill$^{\dagger}$`, `Bo Foe$^{1,*}$`. They are put in its
/// place, byte for byte with blanks in front of them, so that places stay.
enum MathSigns {
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
      guard let end = bytes[place..<limit].firstIndex(of: dollar),
        let signs = signs(String(decoding: bytes[place..<end], as: UTF8.self))
      else { continue }
      let text = Array(signs.utf8)
      let padding = end + 1 - start - text.count
      guard padding >= 0 else { continue }
      result.replaceSubrange(start...end, with: Array(repeating: 0x20, count: padding) + text)
      place = end + 1
    }
    return result
  }

  /// `^{\dagger}`, `^{1,*}`; `nil` where there is more than signs and numbers.
  private static func signs(_ formula: String) -> String? {
    guard formula.first == "^" else { return nil }
    var signs = ""
    var rest = formula.dropFirst()
    while let first = rest.first {
      rest = rest.dropFirst()
      switch first {
      case "{", "}", " ", "^": continue
      case "*": signs += asterisk
      case "#", ",", "0"..."9": signs.append(first)
      case "\\":
        let name = rest.prefix { $0.isLetter }
        rest = rest.dropFirst(name.count)
        guard let sign = LaTeXCommand.symbol(String(name)) else { return nil }
        signs += sign == "*" ? asterisk : sign
      default: return nil
      }
    }
    return signs.isEmpty ? nil : signs
  }

  /// No beginning of emphasis.
  private static let asterisk = "\u{2217}"
}
