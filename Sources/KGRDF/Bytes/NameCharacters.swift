/// The characters of names and labels in the RDF syntaxes (productions PN_CHARS_BASE, PN_CHARS_U,
/// PN_CHARS).
enum NameCharacters {
  /// The first character of a `BLANK_NODE_LABEL`.
  static func beginsBlankNodeLabel(_ scalar: Unicode.Scalar) -> Bool {
    isNameStart(scalar) || isDigit(scalar)
  }

  /// `PN_CHARS_U`.
  static func isNameStart(_ scalar: Unicode.Scalar) -> Bool { isBase(scalar) || scalar == "_" }

  /// `PN_CHARS`.
  static func isName(_ scalar: Unicode.Scalar) -> Bool {
    isBase(scalar) || scalar == "_" || scalar == "-" || isDigit(scalar) || isExtender(scalar)
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  private static func isExtender(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: false
    }
  }

  /// `PN_CHARS_BASE`.
  static func isBase(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
      0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF,
      0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }

  /// The character of well-formed UTF-8 at a place.
  static func scalar(
    at position: UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>
  ) -> Unicode.Scalar? {
    guard position < end else { return nil }
    if position.pointee < 0x80 { return Unicode.Scalar(position.pointee) }
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = UnsafeBufferPointer(start: position, count: min(4, end - position))
      .makeIterator()
    guard case .valid(let encoded) = parser.parseScalar(from: &iterator) else { return nil }
    return Unicode.UTF8.decode(encoded)
  }
}
