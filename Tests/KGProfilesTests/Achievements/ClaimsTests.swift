import KGLexicon
import KGText
import Testing

@testable import KGProfiles

@Suite("Claims of numbers")
struct ClaimsTests {
  struct Example: Sendable {
    let line: String
    let claims: [String]
  }

  @Test(
    "A number before or after what is counted is a claim, perhaps a lower bound",
    arguments: [
      Example(line: "I have published over 50 peer-reviewed papers", claims: [">=50 papers"]),
      Example(line: "40+ papers and 12 patents", claims: [">=40 papers", "12 patents"]),
      Example(line: "1,234 citations, h-index: 31", claims: ["1234 citations", "31 h-index"]),
      Example(line: "Two papers accepted at ICML", claims: ["2 papers"]),
      Example(line: "发表学术论文五十余篇，授权发明专利20余项", claims: [">=50 papers", ">=20 patents"]),
      Example(line: "谷歌学术引用5000余次", claims: [">=5000 citations"]),
    ])
  func claims(_ example: Example) {
    let found = Claims.read(SourceText(plain: example.line).whole)
    #expect(
      found.map { "\($0.isLowerBound ? ">=" : "")\($0.count.value) \($0.subject)" }
        == example.claims)
  }

  @Test(
    "A year, the number one, a part of a name and numbers of other things are not claims",
    arguments: [
      "My 2021 papers", "One paper at ICML", "GPT-4 papers", "Top 10 papers of the year",
      "发表论文1篇", "Section 3 of the papers", "room 12, papers welcome",
    ])
  func noClaims(line: String) {
    #expect(Claims.read(SourceText(plain: line).whole).isEmpty)
  }
}
