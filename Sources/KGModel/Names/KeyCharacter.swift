/// What becomes of a character in a key; see ``foldedKey``.
public enum KeyCharacter: Equatable, Sendable {
  /// A letter or digit, folded.
  case letter(Unicode.Scalar)
  /// Words are separated here.
  case separator
  /// Nothing: the apostrophe in “O'Brien”.
  case dropped
  /// It depends on the characters around it, or becomes several: only a whole text can be folded.
  case complex

  /// The part in a key of a character of any text.
  // Nearly all characters are ASCII or Han.
  @inlinable
  public init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case ..<0x80: self = Self.ascii(scalar.value)
    case 0x4E00...0x9FD5: self = .letter(scalar)
    case 0xFF01...0xFF5E: self = Self.ascii(scalar.value - 0xFEE0)  // full-width ASCII
    default: self = Self.rare(scalar)
    }
  }

  @inlinable
  static func ascii(_ value: UInt32) -> KeyCharacter {
    let small = value &- 0x41 < 26 ? value | 0x20 : value
    if small &- 0x61 < 26 || small &- 0x30 < 10 {
      return .letter(Unicode.Scalar(UInt8(truncatingIfNeeded: small)))
    }
    return small == 0x27 ? .dropped : .separator
  }

  @usableFromInline
  static func rare(_ scalar: Unicode.Scalar) -> KeyCharacter {
    for (block, range) in blocks.enumerated() where range.contains(scalar.value) {
      return forms[block][Int(scalar.value - range.lowerBound)]
    }
    return .complex
  }

  /// Latin letters with diacritics, and punctuation: no mark of these combines with the character before it.
  private static let blocks: [Range<UInt32>] = [
    0x80..<0x250, 0x2010..<0x2028, 0x2030..<0x2060, 0x3000..<0x3020,
  ]

  private static let forms: [[KeyCharacter]] = blocks.map { $0.map(form) }

  private static func form(_ value: UInt32) -> KeyCharacter {
    guard let scalar = Unicode.Scalar(value) else { return .complex }
    let folded = foldedForm(String(scalar)).unicodeScalars
    guard let first = folded.first, folded.count == 1 else { return .complex }
    if first == "'" || first == "’" { return .dropped }
    return first.isPartOfKey ? .letter(first) : .separator
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter or a digit of any script.
  var isPartOfKey: Bool { properties.isAlphabetic || properties.numericType != nil }
}
