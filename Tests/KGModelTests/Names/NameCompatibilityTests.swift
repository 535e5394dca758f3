import Testing

@testable import KGModel

@Suite("How two names agree")
struct NameCompatibilityTests {
  private func compatibility(_ one: String, _ other: String) -> NameCompatibility {
    let (one, other) = (PersonName(one), PersonName(other))
    let found = one.compatibility(with: other)
    #expect(other.compatibility(with: one) == found)
    return found
  }

  @Test(
    "names in Latin script",
    arguments: [
      ("Ada Quill", "Quill, Ada", NameCompatibility.equal), ("Ada Quill", "QUILL Ada", .equal),
      ("Siyuan Tarn", "Si-Yuan Tarn", .spelling), ("Si Yuan Tarn", "Tarn, Siyuan", .spelling),
      ("Jörg Müller", "Joerg Mueller", .spelling), ("Ada Quill", "A. Quill", .initials),
      ("Quill AB", "Ada B. Quill", .initials), ("C. M. Wong", "Chi-Ming Wong", .initials),
      ("C.-M. Wong", "Chiming Wong", .initials), ("Ada Quill", "Ada Beth Quill", .subset),
      ("Michael Foe", "J. Michael Foe", .subset),
      ("V. Marquez", "Valentina Márquez Tarn", .initials), ("Ada Quill", "Quill Ada", .reversed),
      ("Sebastian Quill", "Sebastain Quill", .variant), ("Alex Foe", "Alexander Foe", .nickname),
      ("Robert (Bob) Quill", "Bob Quill", .nickname),
      ("Bella Foe", "Isabella Foe", .nickname),
      ("Tim Quill", "Timothy J. Quill", .nickname), ("Bob Foe", "Rob Foe", .nickname),
      ("Gwendo Foe", "Gwendolyn Foe", .variant), ("Tim Quill", "Thomas Quill", .contradictory),
      ("Quill", "Ada Quill", .unknown),
      ("J. van der Berg", "Berg, Jan van der", .initials),
      ("Ada Quill", "Beth Quill", .contradictory), ("A. Quill", "B. Quill", .contradictory),
      ("Ada Quill", "Ada Foe", .contradictory), ("Ada B. Quill", "Ada C. Quill", .contradictory),
      ("Nils Foe Jr.", "Nils Foe Sr.", .contradictory),
      ("Lei Tarn 0007", "Lei Tarn 0012", .contradictory), ("Lei Tarn 0007", "Lei Tarn", .equal),
      ("Yan Qian", "Yanfei Qian", .contradictory), ("Yan Qian", "Yan Fei Qian", .contradictory),
      ("Chao-I Tarn", "Chaoo-I Tarn", .misspelling), ("Anna Quill", "Annab Quill", .misspelling),
      ("C. B. Quill", "Beth Quill", .contradictory),
      ("David Abbey", "David A. Quill", .contradictory),
      ("Ming T. Foe", "Ming-Wen Tarn", .contradictory),
      ("Anna Quill", "Anna Lena Quill", .subset),
      ("Xin Qian", "Xing Qian", .misspelling), ("Rou Shan", "Rou Shang", .misspelling),
      ("X. Qian", "Xing Qian", .initials), ("Fen Qian", "Fei Qian", .contradictory),
      ("Wei Zhang", "Wen Zhang", .contradictory), ("Xiaoming Li", "Xiaoning Li", .contradictory),
    ])
  func latin(one: String, other: String, expected: NameCompatibility) {
    #expect(compatibility(one, other) == expected)
  }

  @Test(
    "a Han name and its spellings",
    arguments: [
      ("余锋伟", "Fengwei Yu", NameCompatibility.spelling), ("余锋伟", "Yu Feng-Wei", .spelling),
      ("余锋伟", "F. Yu", .initials), ("余锋伟", "Yu F W", .initials),
      ("余锋伟", "Frank Yu", .unknown), ("余锋伟", "Fengwu Yu", .contradictory),
      ("余锋伟", "Fengwei Li", .contradictory), ("余锋伟", "Fengwei Frank Yu", .subset),
      ("吕思远", "Siyuan Lyu", .spelling), ("王林远", "Linyuan Wang", .spelling),
      ("王思女", "Sinyu Wang", .spelling), ("吕思远", "Siyuan Lu", .spelling),
      ("欧阳思远", "Siyuan Ouyang", .spelling), ("單思远", "Siyuan Shan", .spelling),
      ("許嘉晴", "Chia-Ching Hsu", .unknown), ("張小明", "Siu Ming Cheung", .unknown),
      ("程思远", "Siyuan Cheng", .spelling), ("張小明", "Xiaoming Zhang", .spelling),
      ("鄂思远", "Siyuan E", .spelling), ("苏思远", "Lisa Su", .unknown),
      ("许嘉晴", "C. C. Hsu", .unknown), ("张小明", "Beth Cheung Siu-Ming", .unknown),
      ("张小明", "Thomas B. Zhang", .unknown), ("张小明", "Leo Zhang", .unknown),
    ])
  func romanized(one: String, other: String, expected: NameCompatibility) {
    #expect(compatibility(one, other) == expected)
  }

  @Test(
    "A Latin name spells a Han name in either order, joined, hyphenated or in syllables",
    arguments: [
      ("Fengwei Yu", "余锋伟"), ("Yu Fengwei", "余锋伟"), ("Feng-Wei Yu", "余锋伟"),
      ("yufengwei", "余锋伟"), ("Feng Wei Yu", "余锋伟"), ("Jintu Zheng", "郑晋图"),
      ("Ke Zeng", "曾可"), ("Min Shan", "单敏"), ("Dan Ouyang", "欧阳丹"), ("Xin Tan", "覃欣"),
    ])
  func spells(latin: String, han: String) {
    #expect(PersonName.isSpelling(latin, of: han))
  }

  @Test(
    "A Latin name that is only similar does not spell it",
    arguments: [("Fengwen Yu", "余锋伟"), ("Feng Yu", "余锋伟"), ("Fei Wang", "王伟"), ("F. Yu", "余锋伟")])
  func doesNotSpell(latin: String, han: String) {
    #expect(!PersonName.isSpelling(latin, of: han))
  }

  @Test(
    "A surname that is pronounced otherwise than its characters, in simplified and traditional form",
    arguments: [
      ("Yuchi Rong", "尉迟融"), ("Yuchi Rong", "尉遲融"), ("Moqi Lan", "万俟岚"), ("Moqi Lan", "萬俟嵐"),
      ("Zhangsun Ya", "长孙雅"), ("Chong Ya", "种雅"), ("Piao Ya", "朴雅"), ("Park Ya", "朴雅"),
    ])
  func spellsSurname(latin: String, han: String) {
    #expect(PersonName.isSpelling(latin, of: han))
  }

  @Test("two Han names are one only in the same characters, simplified or not")
  func han() {
    #expect(compatibility("程思远", "成思源") == .contradictory)
    #expect(compatibility("張小明", "张小明") == .equal)
    #expect(compatibility("程思远 (Siyuan Cheng)", "成思源 (Siyuan Cheng)") == .contradictory)
    #expect(compatibility("許嘉晴 (Chia-Ching Hsu)", "Chia-ching Hsu") == .equal)
  }

  @Test("nothing agrees with a text without a name")
  func nothing() { #expect(compatibility("", "Ada Quill") == .unknown) }
}
