extension Unicode.Scalar {
  /// The character of a single-letter escape in a string, `\n` for `n` (ECHAR in RDF 1.1 Turtle, section 6.5);
  /// `nil` when there is no such escape.
  init?(escapedBy letter: UInt8) {
    switch letter {
    case UInt8(ascii: "t"): self = "\t"
    case UInt8(ascii: "b"): self = "\u{8}"
    case UInt8(ascii: "n"): self = "\n"
    case UInt8(ascii: "r"): self = "\r"
    case UInt8(ascii: "f"): self = "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"): self.init(letter)
    default: return nil
    }
  }
}
