/// Variable-length integers (LEB128): seven bits per byte, lowest first; the top bit is set when more bytes
/// follow. Signed numbers are zigzag-encoded (0, −1, 1, −2 …).
enum VariableLength {
  /// The largest size of a number.
  static let maximumByteCount = 10

  @inline(__always)
  static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    var value = value
    while value > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    bytes.append(UInt8(value))
  }

  @inline(__always)
  static func append(signed value: Int64, to bytes: inout [UInt8]) {
    append(UInt64(bitPattern: (value << 1) ^ (value >> 63)), to: &bytes)
  }

  struct Reader {
    let bytes: UnsafeRawBufferPointer
    private(set) var position = 0
    /// Whether a number was cut off or too long. ``next()`` then returns 0.
    private(set) var isDamaged = false

    init(_ bytes: UnsafeRawBufferPointer) {
      self.bytes = bytes
    }

    var isAtEnd: Bool { position >= bytes.count }

    @inline(__always)
    mutating func next() -> UInt64 {
      var value: UInt64 = 0
      var shift: UInt64 = 0
      while position < bytes.count {
        let byte = bytes[position]
        position += 1
        value |= UInt64(byte & 0x7F) << shift
        if byte < 0x80 { return value }
        shift += 7
        if shift > 63 { break }
      }
      isDamaged = true
      return 0
    }

    @inline(__always)
    mutating func nextSigned() -> Int64 {
      let value = next()
      return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }
  }
}
