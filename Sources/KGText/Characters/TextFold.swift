internal import KGModel

/// Folds each character to one that means the same to a parser, so that places stay: full-width
/// forms to ASCII, every long dash to an en dash, quotation marks to straight ones, spaces to a
/// space, capitals to lower case. Tabs and line ends stay, because they separate.
public enum TextFold {
  /// The folded character; itself when it has no other form.
  // Every look at a text folds it, and nearly all characters are ASCII or Han.
  @inlinable @inline(__always)
  public static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    if value < 0x80 {
      return value &- 0x41 < 26 ? Unicode.Scalar(UInt8(truncatingIfNeeded: value | 0x20)) : scalar
    }
    if 0x3100..<0xA000 ~= value { return scalar }
    return value < UInt32(folds.count) ? folds[Int(value)] : foldRare(scalar)
  }

  /// The folded forms of all characters below the Han script: alphabets and Chinese punctuation.
  @usableFromInline static let folds: [Unicode.Scalar] = (0..<0x3100).map {
    Unicode.Scalar($0).map(foldRare) ?? "\u{FFFD}"
  }

  @usableFromInline static func foldRare(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if case 0xFF01...0xFF5E = scalar.value {  // full-width ASCII
      return fold(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
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
    case "–", "—", "―", "‒", "─", "−", "→", "⟶", "➔", "➝": return "–"
    case "～", "〜", "∼": return "~"
    case "‐", "‑": return "-"
    case "｜", "∣", "│": return "|"
    case "\u{A0}", "\u{2002}", "\u{2003}", "\u{2009}", "\u{200A}", "\u{202F}", "\u{3000}":
      return " "
    default:
      if let mark = scalar.straightQuotationMark { return mark }
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      return lower.count == 1 ? lower.first ?? scalar : scalar
    }
  }
}
