import Testing

@testable import KGReaders

@Suite("Search of bytes")
struct ByteSearchTests {
  private let bytes = Array("a{b{c".utf8)

  @Test("finds the first place, from a place on")
  func places() {
    #expect(bytes.place(of: UInt8(ascii: "{")) == 1)
    #expect(bytes.place(of: UInt8(ascii: "{"), from: 1) == 1)
    #expect(bytes.place(of: UInt8(ascii: "{"), from: 2) == 3)
    #expect(bytes.place(of: UInt8(ascii: "c"), from: 4) == 4)
  }

  @Test("finds nothing where the byte does not occur, or after the end")
  func none() {
    #expect(bytes.place(of: UInt8(ascii: "{"), from: 4) == nil)
    #expect(bytes.place(of: UInt8(ascii: "a"), from: 5) == nil)
    #expect([UInt8]().place(of: 0) == nil)
    #expect(!bytes.has(0))
  }
}
