import KGLexicon
import KGModel
import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("Claims of numbers")
struct ClaimsTests {
  struct Told: Sendable {
    let line: String
    let claims: [String]
  }

  @Test(
    "A number before or behind what is counted is a claim, with what it leaves open",
    arguments: [
      Told(line: "I have published over 50 peer-reviewed papers", claims: [">=50 papers"]),
      Told(line: "40+ papers and 12 patents", claims: [">=40 papers", "12 patents"]),
      Told(line: "1,234 citations, h-index: 31", claims: ["1234 citations", "31 h-index"]),
      Told(line: "Two papers accepted at ICML", claims: ["2 papers"]),
      Told(line: "发表学术论文五十余篇，授权发明专利20余项", claims: [">=50 papers", ">=20 patents"]),
      Told(line: "谷歌学术引用5000余次", claims: [">=5000 citations"]),
    ])
  func claims(_ told: Told) {
    let found = Claims.read(SourceText(plain: told.line).whole)
    #expect(
      found.map { "\($0.isLowerBound ? ">=" : "")\($0.count.value) \($0.subject)" } == told.claims)
  }

  @Test(
    "A year, one thing, a part of a name and numbers of other things are none",
    arguments: [
      "My 2021 papers", "One paper at ICML", "GPT-4 papers", "Top 10 papers of the year",
      "发表论文1篇", "Section 3 of the papers", "room 12, papers welcome",
    ])
  func noClaims(line: String) {
    #expect(Claims.read(SourceText(plain: line).whole).isEmpty)
  }

  @Test(
    "Numbers in Han characters",
    arguments: [("五十", 50), ("二十三", 23), ("一百", 100), ("十二", 12), ("30", 30)])
  func hanNumbers(text: String, value: Int) {
    #expect(HanNumber.value(of: text) == value)
    #expect(HanNumber.value(of: text + "篇") == nil)
  }
}
