/// The offset of the first byte that is not UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing
/// above U+10FFFF); `nil` when all is well.
package func firstInvalidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
  guard let start = bytes.baseAddress else { return nil }
  let count = bytes.count
  var index = 0
  while index < count {
    if start[index] < 0x80 {
      // Most text is ASCII: 32 bytes at a time.
      while index &+ 32 <= count {
        let raw = UnsafeRawPointer(start + index)
        let words = raw.loadUnaligned(as: SIMD4<UInt64>.self)
        let all = words.x | words.y | words.z | words.w
        if all & 0x8080_8080_8080_8080 != 0 { break }
        index &+= 32
      }
      while index < count, start[index] < 0x80 { index &+= 1 }
      continue
    }
    let length = sequenceLength(start + index, count - index)
    if length == 0 { return index }
    index &+= length
  }
  return nil
}

/// The length of the well-formed sequence that a lead byte above 0x7F begins; 0 when it is none.
/// The bounds of the second byte are those of table 3-7 of the Unicode Standard.
private func sequenceLength(_ start: UnsafePointer<UInt8>, _ available: Int) -> Int {
  let lead = start[0]
  let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
  guard length > 0, available >= length else { return 0 }
  let second = start[1]
  let least: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
  let greatest: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
  guard (least...greatest).contains(second) else { return 0 }
  for index in 2..<max(2, length) where start[index] & 0xC0 != 0x80 { return 0 }
  return length
}
