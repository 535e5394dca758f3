/// The bytes at the start of a buffer that are complete, well-formed UTF-8 characters.
///
/// Well-formedness follows table 3-7 of the Unicode Standard: no overlong form, no surrogate, nothing above
/// U+10FFFF. A character that is cut by the end of the buffer is not counted, and is not an error.
struct ValidUTF8Prefix {
  private(set) var byteCount = 0
  /// Whether the byte after the prefix cannot be part of a well-formed character.
  private(set) var isFollowedByInvalidBytes = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    while byteCount < bytes.count {
      let lead = bytes[byteCount]
      if lead < 0x80 {
        skipASCII(bytes)
        continue
      }
      guard let (length, second) = Self.sequence(lead) else {
        isFollowedByInvalidBytes = true
        return
      }
      let present = min(length, bytes.count - byteCount)
      for index in 1..<max(present, 1) {
        let allowed = index == 1 ? second : 0x80...0xBF
        guard allowed ~= bytes[byteCount + index] else {
          isFollowedByInvalidBytes = true
          return
        }
      }
      guard present == length else { return }
      byteCount += length
    }
  }

  private mutating func skipASCII(_ bytes: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(bytes)
    while byteCount + 32 <= raw.count {
      // Most text is ASCII: test 32 bytes at a time.
      let words = raw.loadUnaligned(fromByteOffset: byteCount, as: SIMD4<UInt64>.self)
      guard (words.x | words.y | words.z | words.w) & 0x8080_8080_8080_8080 == 0 else { break }
      byteCount += 32
    }
    while byteCount + 8 <= raw.count,
      raw.loadUnaligned(fromByteOffset: byteCount, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      byteCount += 8
    }
    while byteCount < bytes.count, bytes[byteCount] < 0x80 { byteCount += 1 }
  }

  /// The length of the character that begins with a byte and the range of its second byte; `nil` when no
  /// character begins with it.
  private static func sequence(_ lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE...0xEF: (3, 0x80...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
  }
}
