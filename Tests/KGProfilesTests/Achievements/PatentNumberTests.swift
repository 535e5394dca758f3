import KGLexicon
import KGModel
import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("Numbers of Chinese patent applications")
struct PatentNumberTests {
  @Test(
    "A number has one normalized form, however it is printed",
    arguments: ["CN201711181299.5", "CN2017111812995", "ZL 2017 1 1181299.5", "201711181299.5"])
  func normalized(printed: String) throws {
    let number = try #require(PatentNumber(printed))
    #expect(number.normalized == "CN201711181299.5")
    #expect(number.expectedCheckDigit == nil)
  }

  @Test("A wrong digit is detected by the check digit")
  func wrong() {
    #expect(PatentNumber("CN201711181299.6")?.expectedCheckDigit == "5")
    #expect(PatentNumber("CN201711181298.5")?.expectedCheckDigit != nil)
  }

  @Test(
    "Publications and other offices have no check digit",
    arguments: ["CN114461233A", "US 10,733,431 B2", ""])
  func others(printed: String) {
    #expect(PatentNumber(printed) == nil)
  }
}
