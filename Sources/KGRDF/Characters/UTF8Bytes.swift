extension UnsafeBufferPointer<UInt8> {
  /// The first character of well-formed UTF-8; `nil` when there is none or it is malformed.
  @inline(__always)
  var firstScalar: Unicode.Scalar? {
    guard let first else { return nil }
    if first < 0x80 { return Unicode.Scalar(first) }
    var decoder = UTF8()
    var rest = makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return nil }
    return scalar
  }

  /// The number of characters of well-formed UTF-8.
  var characterCount: Int {
    reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}
