import KGModel
import Testing

@Suite("Folding of names")
struct TextFoldingTests {
  @Test("Folding removes case, diacritics, width and punctuation, and keeps Han characters")
  func folding() {
    #expect(foldedKey("  Pınar  Duygulu-Şahin ") == "pinar duygulu sahin")
    #expect(foldedKey("ＡＢＣ（２０２１）") == "abc 2021")
    #expect(foldedKey("余锋伟（博士）") == "余锋伟 博士")
    #expect(foldedKey("O'Brien") == "obrien")
    #expect(foldedKey("…") == "")
  }
}
