import Testing

@testable import GoldScoring

@Suite("Years attached to venues")
struct YearDigitsTests {
  @Test(
    "Two digits, or four of the 20th or 21st century, are removed after a letter",
    arguments: [
      ("NeurIPS21", "NeurIPS "), ("CVPR’19 oral", "CVPR  oral"), ("ICPP2022", "ICPP "),
      ("BLOOM176", "BLOOM176"), ("in 2022", "in 2022"), ("X1850", "X1850"), ("C21a", "C21a"),
    ])
  func afterLetter(text: String, rest: String) {
    #expect(YearDigits.removing(.afterLetter, from: Scalars(text)).string == rest)
  }

  @Test("Elsewhere they are removed when asked for")
  func anywhere() {
    #expect(YearDigits.removing(.anywhere, from: Scalars("TIP (2022), '21")).string == "TIP ( ),  ")
  }
}
