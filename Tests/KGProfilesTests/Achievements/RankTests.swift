import KGLexicon
import KGText
import Testing

@testable import KGProfiles

@Suite("Ranks in competitions") struct RankTests {
  @Test(
    "a rank is a number with a word for places",
    arguments: [
      ("全国船模比赛第五名", 5), ("船模比赛第 3 名", 3), ("船模比赛第十二名", 12), ("2nd place, Lake Race", 2),
      ("First Place in the Lake Race", 1), ("third place", 3),
    ])
  func ranks(text: String, rank: Int) {
    #expect(Rank.find(in: SourceText(plain: text).whole)?.value == rank)
  }

  @Test(
    "other ordinal numbers are no ranks",
    arguments: ["第五届船模比赛", "5th Lake Race", "Placed boats", "第三次会议，金奖"])
  func others(text: String) {
    #expect(Rank.find(in: SourceText(plain: text).whole) == nil)
  }
}
