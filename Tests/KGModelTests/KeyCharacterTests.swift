import KGModel
import Testing

@Suite("Characters of keys")
struct KeyCharacterTests {
  @Test("Letters are folded, apostrophes dropped, other characters separate words")
  func characters() {
    #expect(KeyCharacter("Q") == .letter("q"))
    #expect(KeyCharacter("Ｑ") == .letter("q"))
    #expect(KeyCharacter("é") == .letter("e"))
    #expect(KeyCharacter("峰") == .letter("峰"))
    #expect(KeyCharacter("’") == .dropped)
    #expect(KeyCharacter("，") == .separator)
  }

  @Test("What becomes several characters, or combines with others, is left to the whole text")
  func complex() {
    for scalar: Unicode.Scalar in ["ß", "…", "\u{301}", "한", "ｶ"] {
      #expect(KeyCharacter(scalar) == .complex)
    }
  }

  @Test("A key made character by character is that of the whole text")
  func agreement() throws {
    // The last word cannot be folded by its characters, so neither can the text before it.
    let values = Array(0x20..<0x250) + Array(0x2010..<0x2060) + Array(0x3000..<0x3020)
    for value in values + Array(0x4E00..<0x4F00) + Array(0xFF01..<0xFF60) {
      let scalar = try #require(Unicode.Scalar(UInt32(value)))
      let text = "Xi\(scalar)An \(scalar)3"
      #expect(foldedKey(text + " ㈱") == foldedKey(text) + " 株", "\(scalar)")
    }
  }
}
