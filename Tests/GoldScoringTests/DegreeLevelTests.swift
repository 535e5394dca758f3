import Testing

@testable import GoldScoring

@Suite("Degrees")
struct DegreeLevelTests {
  @Test(
    "A degree has the level of its words or its abbreviation",
    arguments: [
      ("Ph.D. student", DegreeLevel.doctor), ("博士", .doctor), ("DPhil", .doctor), ("PhD", .doctor),
      ("Thèse", .doctor), ("M.D.", .doctor), ("硕士研究生", .master), ("M.Sc.", .master),
      ("MPhil", .master), ("MS", .master), ("M.S.", .master), ("M. S. C.", .master),
      ("Master of Science", .master), ("M.Eng", .master), ("Laurea Magistrale", .master),
      ("본과 석사", .master), ("本科生", .bachelor), ("B.Eng.", .bachelor),
      ("Bachelor of Science", .bachelor), ("B.S.", .bachelor), ("BSc", .bachelor),
      ("B.E.", .bachelor), ("Undergraduate", .bachelor), ("BE", .bachelor), ("B.Tech", .bachelor),
      ("Laurea triennale", .bachelor), ("High school", .school),
    ])
  func level(degree: String, level: DegreeLevel) {
    #expect(DegreeLevel(degree) == level)
  }

  @Test("Other texts have no level", arguments: ["Certificate", "abc", "Amsterdam", "mad", ""])
  func none(degree: String) {
    #expect(DegreeLevel(degree) == nil)
  }

  @Test("Degrees without a level match by their words")
  func words() {
    #expect(Degree("Certificate in Teaching").matches(Degree("Teaching Certificate")))
    #expect(!Degree("Certificate in Teaching").matches(Degree("Diploma")))
  }
}
