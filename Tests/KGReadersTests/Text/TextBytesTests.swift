import Testing

@testable import KGReaders

@Suite("Bytes that are not UTF-8 text")
struct TextBytesTests {
  private func problem(_ bytes: [UInt8]) -> UnreadableSource? {
    do throws(UnreadableSource) {
      try TextBytes.check(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test("A few control characters are white space; many are a binary file")
  func binary() {
    let text = Array(String(repeating: "Ada Quill builds engines. ", count: 20).utf8)
    #expect(problem(text + [0]) == nil)
    #expect(problem(Array("Ada\u{1}\u{2}".utf8)) == nil)
    #expect(problem([0x50, 0x4B, 3, 4, 0, 0, 0, 8]) == .binary(offset: 2))
    #expect(problem(text.flatMap { [$0, $0, 0] }) == .binary(offset: 2))
    #expect(problem((0...255).map { UInt8($0) }) == .binary(offset: 0))
  }

  @Test("Other encodings of Unicode and of Japanese mail are named")
  func otherEncodings() {
    let letters = Array("Ada Quill builds engines".utf8)
    #expect(problem([0xFF, 0xFE, 0x41, 0]) == .otherEncoding("UTF-16"))
    #expect(problem(letters.flatMap { [$0, 0] }) == .otherEncoding("UTF-16LE"))
    #expect(problem(letters.flatMap { [0, $0] }) == .otherEncoding("UTF-16BE"))
    #expect(problem(Array("\u{1B}$B8e\u{1B}(B".utf8)) == .otherEncoding("ISO-2022-JP"))
  }

  @Test("Nothing but white space is an empty document")
  func empty() {
    #expect(problem([]) == .empty)
    #expect(problem([0xEF, 0xBB, 0xBF]) == .empty)
    #expect(problem([0x20, 0x0A, 0x0C]) == .empty)
  }
}
