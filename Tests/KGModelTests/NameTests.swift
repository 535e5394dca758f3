import KGModel
import Testing

@Suite("Names in two scripts")
struct NameTests {
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
    "A Latin name that is only similar does not",
    arguments: [("Fengwen Yu", "余锋伟"), ("Feng Yu", "余锋伟"), ("Fei Wang", "王伟"), ("F. Yu", "余锋伟")])
  func doesNotSpell(latin: String, han: String) {
    #expect(!Pinyin.spells(latin, han))
  }

  @Test(
    "A name with initials abbreviates a full name with the same family name",
    arguments: [
      ("F. Yu", "Fengwei Yu", true), ("Yu, F.", "Fengwei Yu", true),
      ("F. W. Yu", "Feng Wei Yu", true),
      ("A. Hauptmann", "Alexander G. Hauptmann", true), ("G. Yu", "Fengwei Yu", false),
      ("F. Yuan", "Fengwei Yu", false), ("Fengwei Yu", "Fengwei Yu", false),
      ("Yu", "Fengwei Yu", false),
    ])
  func shortForms(short: String, full: String, isShort: Bool) {
    #expect(isShortForm(short, of: full) == isShort)
  }

  @Test("Folding removes case, diacritics, width and punctuation, and keeps Han characters")
  func folding() {
    #expect(foldedKey("  Pınar  Duygulu-Şahin ") == "pinar duygulu sahin")
    #expect(foldedKey("ＡＢＣ（２０２１）") == "abc 2021")
    #expect(foldedKey("余锋伟（博士）") == "余锋伟 博士")
    #expect(foldedKey("O'Brien") == "obrien")
    #expect(foldedKey("…") == "")
  }
}
