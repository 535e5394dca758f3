public import KGModel

extension Unicode.Scalar {
  /// Whether it is white space, a line end, or a character without width.
  @inlinable
  public var isBlank: Bool {
    if value < 0x80 { return value == 0x20 || (0x09...0x0D).contains(value) }
    if isHan { return false }
    return CharacterClasses(self).contains(.blank)
  }

  /// Whether it is one of some characters. For loops over a whole text: no set is built.
  @inlinable @inline(__always)
  public func isOne(of characters: StaticString) -> Bool {
    characters.withUTF8Buffer { bytes in
      if value < 0x80 { return bytes.contains(UInt8(truncatingIfNeeded: value)) }
      if characters.isASCII { return false }
      let wanted = UTF8.encode(self) ?? UTF8.encodedReplacementCharacter
      guard bytes.count >= wanted.count else { return false }
      return (0...bytes.count - wanted.count).contains {
        wanted.elementsEqual(bytes[$0..<$0 + wanted.count])
      }
    }
  }

  // Most characters are ASCII or Han, which need no look-up of Unicode properties.

  /// Whether it is an ASCII letter.
  @inlinable @inline(__always)
  public var isASCIILetter: Bool { (value | 0x20) &- 0x61 < 26 }

  /// Whether it is an ASCII digit.
  @inlinable
  public var isDigit: Bool { ("0"..."9").contains(self) }
  /// Whether it is a digit after folding: also one of full width.
  @inlinable @inline(__always)
  public var isFoldedDigit: Bool {
    value < 0x80 ? value &- 0x30 < 10 : TextFold.fold(self).isDigit
  }
  /// Whether it is a letter of any script.
  @inlinable
  public var isLetter: Bool {
    if value < 0x80 { return (0x61...0x7A).contains(value | 0x20) }
    return isHan || CharacterClasses(self).contains(.letter)
  }
  /// Whether it is a capital letter.
  @inlinable
  public var isUpper: Bool {
    if value < 0x80 { return (0x41...0x5A).contains(value) }
    return !isHan && CharacterClasses(self).contains(.capital)
  }
}

/// What a character is that is neither ASCII nor Han.
@usableFromInline
struct CharacterClasses: OptionSet, Sendable {
  @usableFromInline let rawValue: UInt8

  @usableFromInline init(rawValue: UInt8) { self.rawValue = rawValue }

  @usableFromInline static let letter = CharacterClasses(rawValue: 1)
  @usableFromInline static let capital = CharacterClasses(rawValue: 2)
  @usableFromInline static let blank = CharacterClasses(rawValue: 4)

  // Unicode's properties are found by a search; those of the alphabets and of Chinese punctuation are looked up.
  @usableFromInline
  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case ..<Self.endOfAlphabets: self = Self.table[Int(scalar.value)]
    case 0xFF00...0xFFFF: self = Self.table[Int(scalar.value - 0xFF00 + Self.endOfAlphabets)]
    default: self.init(properties: scalar)
    }
  }

  private init(properties scalar: Unicode.Scalar) {
    self = []
    if scalar.properties.isAlphabetic { insert(.letter) }
    if scalar.properties.isUppercase { insert(.capital) }
    if scalar.properties.isWhitespace || scalar.isWithoutWidth { insert(.blank) }
  }

  /// Alphabets and punctuation come before, the Han script and scripts of syllables after this value.
  private static let endOfAlphabets: UInt32 = 0x3100

  /// The classes of the characters before ``endOfAlphabets``, then those of full width.
  private static let table: [CharacterClasses] =
    (Array(0..<endOfAlphabets) + Array(0xFF00...0xFFFF))
    .map { Unicode.Scalar($0).map(CharacterClasses.init(properties:)) ?? [] }
}

extension Unicode.Scalar {
  /// Spaces and marks that take no room: zero-width space and joiner, byte order mark, selector of pictures.
  fileprivate var isWithoutWidth: Bool {
    switch value {
    case 0x200B, 0x200D, 0xFE0F, 0xFEFF: true
    default: false
    }
  }
}
