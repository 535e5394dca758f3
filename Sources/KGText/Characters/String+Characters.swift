extension String {
  /// A string of some characters.
  @inlinable
  public init(_ scalars: some Collection<Unicode.Scalar>) {
    // Nearly all texts are ASCII, one byte per character.
    let count = scalars.count
    let ascii = String(unsafeUninitializedCapacity: count) { buffer in
      var length = 0
      for scalar in scalars {
        guard scalar.isASCII else { return 0 }
        buffer[length] = UInt8(truncatingIfNeeded: scalar.value)
        length += 1
      }
      return length
    }
    if count == 0 || !ascii.isEmpty {
      self = ascii
      return
    }
    let byteCount = scalars.reduce(0) { $0 + UTF8.width($1) }
    self.init(unsafeUninitializedCapacity: byteCount) { buffer in
      var count = 0
      for scalar in scalars {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          buffer[count] = byte
          count += 1
        }
      }
      return count
    }
  }
}
