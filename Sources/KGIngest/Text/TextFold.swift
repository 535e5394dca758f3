internal import KGModel

/// Folds a character to the one that means the same to a parser, one for one, so that places stay:
/// full-width forms to ASCII, every long dash to an en dash, quotes to straight ones, spaces to a
/// space, capitals to small letters. Tabs and line ends stay, because they separate.
package enum TextFold {
  // Texts are folded wherever a rule looks at them, and nearly all of them are ASCII or Han.
  @inline(__always)
  package static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    if value < 0x80 {
      return value &- 0x41 < 26 ? Unicode.Scalar(UInt8(truncatingIfNeeded: value | 0x20)) : scalar
    }
    if 0x3100..<0xA000 ~= value { return scalar }
    return value < UInt32(folds.count) ? folds[Int(value)] : foldRare(scalar)
  }

  /// What the characters of alphabets, and the punctuation of Chinese, are folded to.
  private static let folds: [Unicode.Scalar] = (0..<0x3100).map {
    Unicode.Scalar($0).map(foldRare) ?? "\u{FFFD}"
  }

  private static func foldRare(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
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

/// The characters of a text, each as ``TextFold`` folds it.
package struct FoldedText: RandomAccessCollection, Sendable {
  private let scalars: Characters

  package init(_ scalars: Characters) { self.scalars = scalars }

  package var startIndex: Int { 0 }
  package var endIndex: Int { scalars.count }
  package subscript(index: Int) -> Unicode.Scalar { TextFold.fold(scalars[index]) }

  /// The first place in a stretch at which a folded pattern stands.
  package func first(of pattern: some Collection<Unicode.Scalar>, in range: Range<Int>) -> Int? {
    let length = pattern.count
    guard length > 0, length <= range.count else { return nil }
    // Rules look for many words in each line: the characters are compared where they lie.
    return withUnsafeTemporaryAllocation(of: Unicode.Scalar.self, capacity: length) { wanted in
      _ = wanted.initialize(from: pattern)
      return scalars.read { scalar in
        for place in range.lowerBound...range.upperBound - length
        where TextFold.fold(scalar(place)) == wanted[0] {
          var same = 1
          while same < length, TextFold.fold(scalar(place + same)) == wanted[same] { same += 1 }
          if same == length { return place }
        }
        return nil
      }
    }
  }

  /// Calls for each place of a stretch with the folded character that stands there, and goes on where it is told to.
  package func walk(_ range: Range<Int>, _ visit: (Int, Unicode.Scalar) -> Int) {
    scalars.read { scalar in
      var place = range.lowerBound
      while place < range.upperBound { place = visit(place, TextFold.fold(scalar(place))) }
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

  /// Whether it is among some characters; for the loops over all of a text, so no set is made.
  @inline(__always)
  package func isOne(of characters: StaticString) -> Bool {
    characters.withUTF8Buffer { bytes in
      if value < 0x80 { return bytes.contains(UInt8(truncatingIfNeeded: value)) }
      let wanted = UTF8.encode(self) ?? UTF8.encodedReplacementCharacter
      guard bytes.count >= wanted.count else { return false }
      return (0...bytes.count - wanted.count).contains {
        wanted.elementsEqual(bytes[$0..<$0 + wanted.count])
      }
    }
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
  package init(_ scalars: some Collection<Unicode.Scalar>) {
    // Nearly all texts are ASCII, a byte a character.
    let count = scalars.count
    let ascii = String(unsafeUninitializedCapacity: count) { buffer in
      var length = 0
      for scalar in scalars {
        guard scalar.isASCII else { return 0 }
        buffer[length] = UInt8(truncatingIfNeeded: scalar.value)
        length += 1
      }
      return length
    }
    if count == 0 || !ascii.isEmpty {
      self = ascii
      return
    }
    let byteCount = scalars.reduce(0) { $0 + UTF8.width($1) }
    self.init(unsafeUninitializedCapacity: byteCount) { buffer in
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
