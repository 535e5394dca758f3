import Foundation
import KGModel
import Testing

@Suite("Pinyin of names")
struct PinyinTests {
  @Test("The first reading of a character is the one that ICU gives in a name")
  func agreesWithICU() {
    let transform = StringTransform("Traditional-Simplified; Han-Latin/Names; Latin-ASCII")
    // Every seventh character: enough to see that none is in a wrong row.
    for value in stride(from: UInt32(0x4E00), through: 0x9FA5, by: 7) {
      guard let character = Unicode.Scalar(value) else { continue }
      let name = "王\(character)"
      let expected = name.applyingTransform(transform, reverse: false)?.lowercased()
      // A few characters that mean nothing in a name have no reading.
      guard let expected, expected.allSatisfy(\.isASCII) else { continue }
      let reading = Pinyin.readings(of: name).first
      #expect(reading.map { ($0.family + $0.given).joined(separator: " ") } == expected)
    }
  }

  @Test("A text that is not a name of two to five Han characters has no readings")
  func noReadings() {
    #expect(Pinyin.readings(of: "余").isEmpty)
    #expect(Pinyin.readings(of: "余锋伟余锋伟").isEmpty)
    #expect(Pinyin.readings(of: "Yu 伟").isEmpty)
  }
}
