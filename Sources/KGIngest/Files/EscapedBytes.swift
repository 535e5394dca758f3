/// Text that carries bytes which are not UTF-8: each is a character of a private area, U+10F780 to U+10F7FF for the bytes
/// 0x80 to 0xFF. The bytes of such a character itself are escaped too, so that every sequence of bytes has a text
/// of its own and comes back from it.
extension String {
  package init(escaping bytes: [UInt8]) {
    var scalars = String.UnicodeScalarView()
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    loop: while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        if scalar.isEscapedByte {
          scalars.append(contentsOf: encoded.map(Unicode.Scalar.init(escaping:)))
        } else {
          scalars.append(scalar)
        }
        offset += encoded.count
      case .error(let length):
        scalars.append(
          contentsOf: bytes[offset..<offset + length].map(Unicode.Scalar.init(escaping:)))
        offset += length
      case .emptyInput: break loop
      }
    }
    self = String(scalars)
  }

  package var hasEscapedBytes: Bool { unicodeScalars.contains(where: \.isEscapedByte) }

  /// The bytes that the text was made from.
  package var unescapedBytes: [UInt8] {
    guard hasEscapedBytes else { return Array(utf8) }
    return unicodeScalars.flatMap { scalar in
      scalar.isEscapedByte ? [UInt8(truncatingIfNeeded: scalar.value)] : Array(String(scalar).utf8)
    }
  }
}

extension Unicode.Scalar {
  private static let firstEscape: UInt32 = 0x10F780

  fileprivate var isEscapedByte: Bool {
    (Self.firstEscape..<Self.firstEscape + 0x80).contains(value)
  }

  /// - Parameter byte: From 0x80 on: what is less is ASCII, and never wrong.
  fileprivate init(escaping byte: UInt8) {
    self = Unicode.Scalar(Self.firstEscape - 0x80 + UInt32(byte)) ?? "\u{FFFD}"
  }
}
