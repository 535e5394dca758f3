/// A set of ASCII characters, a bit for each, which is made and asked in a few instructions.
struct ASCIISet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// The set without members.
  init() {}

  /// The set of the ASCII characters among some.
  init(_ characters: StaticString) {
    characters.withUTF8Buffer { bytes in
      for byte in bytes where byte < 0x80 { insert(byte) }
    }
  }

  /// Adds an ASCII character by its code, which is below 128.
  @inline(__always)
  mutating func insert(_ code: UInt8) {
    let bit = UInt64(1) &<< UInt64(code & 0x3F)
    // Without a branch, which the processor would guess wrong for every other sign.
    let isHigh = UInt64(code &>> 6)
    low |= bit &* (1 &- isHigh)
    high |= bit &* isHigh
  }

  /// Whether a character is in the set; `false` for every one that is not ASCII.
  @inline(__always)
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    guard value < 0x80 else { return false }
    return (value < 0x40 ? low : high) &>> UInt64(value & 0x3F) & 1 == 1
  }

  /// Whether no character is in both sets.
  func isDisjoint(with other: ASCIISet) -> Bool { low & other.low == 0 && high & other.high == 0 }

  /// Whether a digit is in the set: “0” to “9” are bits 48 to 57.
  var hasDigits: Bool { low &>> 48 & 0x3FF != 0 }
}

/// A few folded characters of any script, for loops over texts that are nearly all ASCII or Han.
struct FoldedSet {
  let ascii: ASCIISet
  private let all: StaticString
  /// Whether all members are in ``ascii``.
  let isASCII: Bool

  init(_ characters: StaticString) {
    all = characters
    ascii = ASCIISet(characters)
    isASCII = characters.isASCII
  }

  @inline(__always)
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? ascii.contains(scalar) : !isASCII && scalar.isOne(of: all)
  }
}
