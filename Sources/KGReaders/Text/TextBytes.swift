internal import KGModel
internal import KGText

/// Decides whether bytes are a text in UTF-8.
enum TextBytes {
  /// - Throws: ``UnreadableSource`` when the bytes are blank, binary, or a text in another encoding.
  static func check(_ bytes: [UInt8]) throws(UnreadableSource) {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw .otherEncoding("UTF-32")
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw .otherEncoding("UTF-16")
    }
    if bytes == [0xEF, 0xBB, 0xBF] || bytes.allSatisfy({ $0 != 0 && isBlank($0) }) {
      throw .empty
    }
    if isISO2022JP(bytes) { throw .otherEncoding("ISO-2022-JP") }
    if let name = unmarkedUTF16(bytes) { throw .otherEncoding(name) }
    let invalid = firstInvalidUTF8(bytes)
    if let offset = binaryOffset(bytes, isUTF8: invalid == nil) { throw .binary(offset: offset) }
    if let offset = invalid {
      throw .notUTF8(
        offset: offset, line: LineIndex(bytes).line(of: offset),
        candidates: LegacyEncoding.candidates(for: bytes).map(\.rawValue))
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte) || ControlCharacters.isControl(byte)
  }

  /// The first control character of bytes that have too many of them for a text; `nil` for a text. Texts
  /// from converters contain a few: they are white space.
  private static func binaryOffset(_ bytes: [UInt8], isUTF8: Bool) -> Int? {
    let nulls = bytes.containsByte(0) ? bytes.count { $0 == 0 } : 0
    guard nulls > 0 || !isUTF8 else { return nil }
    let controls = bytes.count(where: ControlCharacters.isControl)
    // One byte in a hundred; compressed and random bytes have more control characters than one in twenty.
    let isBinary =
      nulls > 1 + bytes.count / 100 || controls * 20 > bytes.count
    return isBinary ? bytes.firstIndex(where: ControlCharacters.isControl) : nil
  }

  /// Whether escape sequences switch to Japanese characters: `ESC $ B`, `ESC $ @`.
  private static func isISO2022JP(_ bytes: [UInt8]) -> Bool {
    guard let escape = bytes.firstIndex(ofByte: 0x1B) else { return false }
    let next = bytes[(escape + 1)...].prefix(2)
    return next.elementsEqual("$B".utf8) || next.elementsEqual("$@".utf8)
  }

  /// UTF-16 without a byte order mark: every second byte of its ASCII characters is zero.
  private static func unmarkedUTF16(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(1 << 12)
    guard head.count >= 8, head.contains(0) else { return nil }
    let even = stride(from: 0, to: head.count, by: 2).count { head[$0] == 0 }
    let odd = stride(from: 1, to: head.count, by: 2).count { head[$0] == 0 }
    let half = head.count / 2
    if odd * 10 >= half * 4, even * 50 <= half { return "UTF-16LE" }
    if even * 10 >= half * 4, odd * 50 <= half { return "UTF-16BE" }
    return nil
  }

  private static func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
    // The standard library validates many bytes at a time, and does not say where the first invalid one is.
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let encoded): offset += encoded.count
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}
