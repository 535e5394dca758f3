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

  @Test("Texts are compared by bytes, whatever marks follow them")
  func strings() {
    #expect("display:none\u{301}".containsText("none"))
    #expect("期刊论文".dropFirst().containsText("论文"))
    #expect(!"期刊论文".containsText("会议"))
    #expect(!"".containsText("a"))
  }
}
