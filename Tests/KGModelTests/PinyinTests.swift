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
}
