public import KGModel

extension Unicode.Scalar {
  /// Whether it is white space, a line end, or a character without width.
  @inlinable
  public var isBlank: Bool {
    if value < 0x80 { return value == 0x20 || (0x09...0x0D).contains(value) }
    if isHan { return false }
    return properties.isWhitespace || self == "\u{200B}" || self == "\u{FEFF}" || self == "\u{200D}"
      || self == "\u{FE0F}"
  }

  /// Whether it is one of some characters. For loops over a whole text: no set is built.
  @inlinable @inline(__always)
  public func isOne(of characters: StaticString) -> Bool {
    characters.withUTF8Buffer { bytes in
      if value < 0x80 { return bytes.contains(UInt8(truncatingIfNeeded: value)) }
      let wanted = UTF8.encode(self) ?? UTF8.encodedReplacementCharacter
      guard bytes.count >= wanted.count else { return false }
      return (0...bytes.count - wanted.count).contains {
        wanted.elementsEqual(bytes[$0..<$0 + wanted.count])
      }
    }
  }

  // Most characters are ASCII or Han, which need no look-up of Unicode properties.

  /// Whether it is an ASCII digit.
  @inlinable
  public var isDigit: Bool { ("0"..."9").contains(self) }
  /// Whether it is a letter of any script.
  @inlinable
  public var isLetter: Bool {
    if value < 0x80 { return (0x61...0x7A).contains(value | 0x20) }
    return isHan || properties.isAlphabetic
  }
  /// Whether it is a capital letter.
  @inlinable
  public var isUpper: Bool {
    if value < 0x80 { return (0x41...0x5A).contains(value) }
    return !isHan && properties.isUppercase
  }
}
