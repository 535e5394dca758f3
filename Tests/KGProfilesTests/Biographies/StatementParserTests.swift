import KGLexicon
import KGText
import Testing

@testable import KGProfiles

@Suite("Statements of sentences")
struct StatementParserTests {
  /// Each statement as “titles @ organizations”, with a mark where it is not about the owner.
  private func statements(_ text: String) throws -> [String] {
    let sentence = try #require(ProseSentence(SourceText(plain: text).whole))
    return StatementParser(sentence, owner: ProseOwner()).statements.filter(\.hasContent).map {
      let titles = $0.titles.map(\.span.string).joined(separator: "+")
      let places = $0.places.map(\.span.string).joined(separator: "+")
      return ($0.isBlocked || $0.isDenied ? "not " : "") + titles + " @ " + places
    }
  }

  @Test(
    "A statement takes what is joined, and ends where another one begins",
    arguments: [
      (
        "I was a postdoc at Yale University and Brown University.",
        ["postdoc @ Yale University+Brown University"]
      ),
      (
        "I was a postdoc at Yale University and a lecturer at Brown University.",
        ["postdoc @ Yale University", "lecturer @ Brown University"]
      ),
      (
        "She earned a BSc and an MSc from Yale University, and joined Arm as an engineer.",
        ["BSc+MSc @ Yale University", "engineer @ Arm"]
      ),
      (
        "I do not work at Arm, but I am a lecturer at Brown University.",
        ["not  @ Arm", "lecturer @ Brown University"]
      ),
      (
        "My student is an intern at Arm, and I am a lecturer at Brown University.",
        ["not intern @ Arm", "lecturer @ Brown University"]
      ),
      (
        "2006年毕业于南开大学，2009年加入北京大学任讲师。",
        [" @ 南开大学", "讲师 @ 北京大学"]
      ),
      ("指导学生在南开大学获奖，现任北京大学教授。", ["not  @ 南开大学", "教授 @ 北京大学"]),
    ])
  func statements(text: String, expected: [String]) throws {
    #expect(try statements(text) == expected)
  }
}
