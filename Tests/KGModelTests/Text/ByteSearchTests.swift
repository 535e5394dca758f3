import KGModel
import Testing

@Suite("Search in bytes")
struct ByteSearchTests {
  @Test("The first place of a text is found, also after a part of it")
  func places() {
    let bytes = Array("<<text></text></text>".utf8)
    #expect(bytes[...].firstIndex(ofText: "</text>") == 7)
    #expect(bytes[8...].firstIndex(ofText: "</text>") == 14)
    #expect(bytes[15...].firstIndex(ofText: "</text>") == nil)
    #expect(bytes[2..<2].firstIndex(ofText: "<") == nil)
  }

  @Test("A byte is found at its first place, from a place on")
  func bytes() {
    let bytes = Array("a{b{c".utf8)
    #expect(bytes.firstIndex(ofByte: UInt8(ascii: "{")) == 1)
    #expect(bytes.firstIndex(ofByte: UInt8(ascii: "{"), from: 2) == 3)
    #expect(bytes.firstIndex(ofByte: UInt8(ascii: "{"), from: 4) == nil)
    #expect(bytes.firstIndex(ofByte: UInt8(ascii: "a"), from: 5) == nil)
    #expect([UInt8]().firstIndex(ofByte: 0) == nil)
    #expect(bytes.containsByte(UInt8(ascii: "c")) && !bytes.containsByte(0))
  }

  @Test("Lines are the parts between line feeds, also empty ones")
  func lines() {
    let bytes = Array("skip\none\n\ntwo\r\n".utf8)
    let lines = bytes[5...].byteLines.map { String(decoding: $0, as: UTF8.self) }
    #expect(lines == ["one", "", "two\r", ""])
    #expect(bytes[0..<0].byteLines.count == 1)
  }

  @Test("Texts are compared by bytes, whatever marks follow them")
  func strings() {
    #expect("display:none\u{301}".containsText("none"))
    #expect("期刊论文".dropFirst().containsText("论文"))
    #expect(!"期刊论文".containsText("会议"))
    #expect(!"".containsText("a"))
  }
}
