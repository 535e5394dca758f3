internal import KGModel

/// Folds a character to the one that means the same to a parser, one for one, so that places stay:
/// full-width forms to ASCII, every long dash to an en dash, quotes to straight ones, spaces to a
/// space, capitals to small letters. Tabs and line ends stay, because they separate.
package enum TextFold {
  package static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x41...0x5A: return Unicode.Scalar(UInt8(scalar.value + 32))
    case 0x0...0x7F: return scalar
    case 0xFF01...0xFF5E:  // full-width ASCII
      return fold(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
    default: break
    }
    switch scalar {
    case "，", "、": return ","
    case "・": return "·"
    case "。", "．": return "."
    case "；": return ";"
    case "：", "∶": return ":"
    case "（": return "("
    case "）": return ")"
    case "【", "［", "〔": return "["
    case "】", "］", "〕": return "]"
    case "–", "—", "―", "‒", "─", "−": return "–"
    case "～", "〜", "∼": return "~"
    case "‐", "‑": return "-"
    case "“", "”", "„", "‟", "「", "」", "『", "』": return "\""
    case "‘", "’", "`", "´": return "'"
    case "｜", "∣", "│": return "|"
    case "\u{A0}", "\u{2002}", "\u{2003}", "\u{2009}", "\u{200A}", "\u{202F}", "\u{3000}":
      return " "
    default:
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      return lower.count == 1 ? lower.first ?? scalar : scalar
    }
  }
}

extension Unicode.Scalar {
  /// White space, a line end, or a character without width.
  package var isBlank: Bool {
    if value < 0x80 { return value == 0x20 || (0x09...0x0D).contains(value) }
    if isHan { return false }
    return properties.isWhitespace || self == "\u{200B}" || self == "\u{FEFF}" || self == "\u{200D}"
      || self == "\u{FE0F}"
  }

  // Properties are looked up in tables of all of Unicode; most characters are ASCII or Han.

  package var isDigit: Bool { ("0"..."9").contains(self) }
  package var isLetter: Bool {
    if value < 0x80 { return (0x61...0x7A).contains(value | 0x20) }
    return isHan || properties.isAlphabetic
  }
  package var isUpper: Bool {
    if value < 0x80 { return (0x41...0x5A).contains(value) }
    return !isHan && properties.isUppercase
  }
}

extension String {
  /// Characters as a text.
  package init(_ scalars: ArraySlice<Unicode.Scalar>) {
    self.init(unsafeUninitializedCapacity: scalars.count * 4) { buffer in
      var count = 0
      for scalar in scalars {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          buffer[count] = byte
          count += 1
        }
      }
      return count
    }
  }
}
