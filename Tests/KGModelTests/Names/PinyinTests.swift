import Foundation
import KGModel
import Testing

@Suite("Pinyin of names")
struct PinyinTests {
  @Test(
    "A Latin name spells a Han name in either order, joined, hyphenated or in syllables",
    arguments: [
      ("Fengwei Yu", "余锋伟"), ("Yu Fengwei", "余锋伟"), ("Feng-Wei Yu", "余锋伟"),
      ("yufengwei", "余锋伟"), ("Feng Wei Yu", "余锋伟"), ("Jintu Zheng", "郑晋图"),
      ("Ke Zeng", "曾可"), ("Min Shan", "单敏"), ("Dan Ouyang", "欧阳丹"), ("Xin Tan", "覃欣"),
    ])
  func spells(latin: String, han: String) {
    #expect(Pinyin.spells(latin, han))
  }

  @Test(
    "A Latin name that is only similar does not spell it",
    arguments: [("Fengwen Yu", "余锋伟"), ("Feng Yu", "余锋伟"), ("Fei Wang", "王伟"), ("F. Yu", "余锋伟")])
  func doesNotSpell(latin: String, han: String) {
    #expect(!Pinyin.spells(latin, han))
  }

  @Test(
    "A surname that is pronounced otherwise than its characters, in simplified and traditional form",
    arguments: [
      ("Yuchi Rong", "尉迟融"), ("Yuchi Rong", "尉遲融"), ("Moqi Lan", "万俟岚"), ("Moqi Lan", "萬俟嵐"),
      ("Zhangsun Ya", "长孙雅"), ("Chong Ya", "种雅"), ("Piao Ya", "朴雅"), ("Park Ya", "朴雅"),
    ])
  func spellsSurname(latin: String, han: String) {
    #expect(Pinyin.spells(latin, han))
  }

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
