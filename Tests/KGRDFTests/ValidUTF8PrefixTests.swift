import Testing

@testable import KGRDF

@Suite("The valid UTF-8 prefix of a buffer")
struct ValidUTF8PrefixTests {
  private func whole(_ bytes: [UInt8]) -> ValidUTF8Prefix {
    bytes.withUnsafeBufferPointer { ValidUTF8Prefix($0) }
  }

  @Test("The standard library agrees on every two bytes and what may follow them")
  func oracle() {
    for lead in 0x80...0xFF as ClosedRange<UInt8> {
      for second in 0x00...0xFF as ClosedRange<UInt8> {
        for rest in [[], [0x80], [0x80, 0xBF], [0x41]] as [[UInt8]] {
          let bytes = [lead, second] + rest
          let isValid = String(validating: bytes, as: UTF8.self) != nil
          #expect((whole(bytes).byteCount == bytes.count) == isValid, "\(bytes)")
        }
      }
    }
  }

  @Test("An incomplete character is left for later, a malformed one is reported at once")
  func cut() {
    let text = Array("ASCII of some length, é, 余 and 😀".utf8)
    for count in 1...3 {
      let result = whole(text.dropLast(count))
      #expect(result.byteCount == text.count - 4)
      #expect(!result.isFollowedByInvalidBytes)
    }
    #expect(whole(text + [0xE0, 0x80]).isFollowedByInvalidBytes)
    #expect(whole(text + [0x80]).byteCount == text.count)
  }
}
