import KGText
import Testing

@Suite("Classes of characters")
struct CharacterClassesTests {
  @Test("Letters, capitals and white space are those of Unicode")
  func properties() throws {
    let values = Array(UInt32(0x80)..<0x3400) + Array(0xFE00..<0x1_0400)
    for scalar in values.compactMap(Unicode.Scalar.init) where !scalar.isWithoutWidth {
      #expect(scalar.isLetter == (scalar.properties.isAlphabetic || scalar == "〇"), "\(scalar)")
      #expect(scalar.isUpper == scalar.properties.isUppercase, "\(scalar)")
      #expect(scalar.isBlank == scalar.properties.isWhitespace, "\(scalar)")
    }
  }

  @Test("Characters without width are blank")
  func width() {
    for scalar: Unicode.Scalar in ["\u{200B}", "\u{200D}", "\u{FE0F}", "\u{FEFF}"] {
      #expect(scalar.isBlank)
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isWithoutWidth: Bool {
    [0x200B, 0x200D, 0xFE0F, 0xFEFF].contains(value)
  }
}
