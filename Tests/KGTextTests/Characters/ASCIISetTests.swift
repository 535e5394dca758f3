import Testing

@testable import KGText

@Suite("Sets of ASCII characters")
struct ASCIISetTests {
  @Test("A set has the characters it was made of, and none beyond ASCII")
  func members() {
    let set = ASCIISet("\t~0？")
    let members = (0..<0x2FF).compactMap(Unicode.Scalar.init).filter(set.contains)
    #expect(members == ["\t", "0", "~"])
    #expect(set.hasDigits && !ASCIISet("no").hasDigits)
    #expect(set.isDisjoint(with: ASCIISet("a1")) && !set.isDisjoint(with: ASCIISet("a~")))
  }

  @Test("A set of folded characters has those beyond ASCII, too")
  func beyond() {
    let set = FoldedSet("*†")
    #expect("*†".unicodeScalars.allSatisfy(set.contains))
    #expect(!set.contains("‡") && !set.contains("x"))
  }

  @Test("A text knows which folded characters occur in it, and so do its parts")
  func occurring() {
    let text = SourceText(plain: "Ada（QUILL）、2021")
    #expect(text.mayContain("(") && text.mayContain(",") && text.mayContain("q"))
    #expect(!text.mayContain("[") && text.mayContainDigits)
    #expect(text.part(4..<9).mayContain("q"))
    #expect(text.part(4..<9).scalars.contains("Q"))
  }
}
