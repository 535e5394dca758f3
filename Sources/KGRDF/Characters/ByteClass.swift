/// The classes of bytes in N-Triples, for its hot path: one table look-up per byte.
enum ByteClass {
  /// Allowed unescaped in an IRI: everything above a space except `<>"{}|^`\`.
  static let iri: UInt8 = 1
  /// Allowed unescaped in a quoted literal: everything except the quote, the backslash and line ends.
  static let literal: UInt8 = 2
  static let letter: UInt8 = 4
  static let digit: UInt8 = 8
  /// Allowed in a scheme after its first letter.
  static let scheme: UInt8 = 16

  /// 256 entries. They are written once, before the pointer is published, and never freed.
  nonisolated(unsafe) static let table: UnsafePointer<UInt8> = {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    for byte in UInt8.min...UInt8.max { table[Int(byte)] = classes(of: byte) }
    return UnsafePointer(table)
  }()

  private static func classes(of byte: UInt8) -> UInt8 {
    var classes: UInt8 = 0
    if byte.isIRIByte { classes |= iri }
    if ![UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x0A, 0x0D].contains(byte) { classes |= literal }
    if byte.isASCIILetter { classes |= letter }
    if byte.isASCIIDigit { classes |= digit }
    if byte.isASCIILetter || byte.isASCIIDigit || "+-.".utf8.contains(byte) { classes |= scheme }
    return classes
  }
}
