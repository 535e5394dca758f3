import KGLexicon
import KGText
import Testing

@testable import KGProfiles

@Suite("Marks of sentences")
struct ProseSentenceTests {
  /// The marks with a name, as “kind text”.
  private func marks(_ text: String) -> [String] {
    ProseSentence(SourceText(plain: text).whole)?.marks.compactMap { mark in
      let kind: String? =
        switch mark.kind {
        case .cue(let cue): cue.word.isVerb ? cue.word.rawValue : nil
        case .comma, .semicolon, .opening, .closing: nil
        default: mark.kind.name
        }
      return kind.map { $0 + " " + mark.span.string }
    } ?? []
  }

  @Test("Parts are found whatever the sentence says with them")
  func english() {
    #expect(
      marks(
        "Lena Ostrow was a senior research engineer in the Optics Group at Norvale University in 2016."
      )
        == [
          "name Lena Ostrow", "be was", "role senior research engineer", "unit Optics Group",
          "place Norvale University", "date 2016",
        ])
  }

  @Test("A degree within a role describes the role, that of a student is a degree")
  func degreesAndRoles() {
    #expect(
      marks("a PhD intern at Norvale University") == [
        "role PhD intern", "place Norvale University",
      ])
    #expect(
      marks("a doctoral candidate at Norvale University")
        == ["degree doctoral candidate", "place Norvale University"])
  }

  @Test("Chinese names end where the words around them begin")
  func chinese() {
    #expect(
      marks("2011年起在东海理工大学海洋信息学院任长聘副教授")
        == ["date 2011年起", "place 东海理工大学", "unit 海洋信息学院", "hold 任", "role 长聘副教授"])
  }

  @Test("A name before a title is someone else, a rank is not")
  func titledNames() {
    #expect(marks("南开大学温若谷教授") == ["place 南开大学", "person 温若谷教授"])
    #expect(marks("南开大学特聘教授") == ["place 南开大学", "role 特聘教授"])
  }

  @Test(
    "Titles and degrees of others are not marked",
    arguments: ["南开大学博士生导师", "I met my PhD advisor at Norvale University"])
  func masks(text: String) {
    #expect(!marks(text).contains { $0.hasPrefix("degree") })
  }

  @Test("The date of a birth is not read")
  func birth() {
    #expect(
      marks("Lena Ostrow (born 1979) joined Norvale University").allSatisfy { !$0.contains("1979") }
    )
  }

  @Test("A sentence without names, roles and degrees has no marks")
  func none() {
    #expect(marks("It rains in the mountains.").isEmpty)
  }
}
