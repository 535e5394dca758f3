import KGLexicon
import KGText
import Testing

@testable import KGProfiles

@Suite("Organizations in sentences")
struct ProsePlacesTests {
  private func places(_ text: String) -> [String] {
    ProseSentence(SourceText(plain: text).whole)?.marks.filter(\.isPlace).map(\.span.string) ?? []
  }

  @Test(
    "A name that no table has is an organization after a word that one follows",
    arguments: [
      ("I joined Quillstone as an engineer", ["Quillstone"]),
      ("I am the CTO of Mistwood and live in Leeds", ["Mistwood"]),
      ("She interned with Larkspur as a student", ["Larkspur"]),
      ("He interned with Ada Marrow as a student", []),
      ("He is a Professor of Cognitive Systems", []),
      ("She received a Starting Grant as a lecturer", []),
      ("data scientist, Thornbury (2017-2019)", ["Thornbury"]),
    ])
  func english(text: String, names: [String]) {
    #expect(places(text) == names)
  }

  @Test(
    "Chinese organizations are divided at conjunctions, and have their laboratories and other names",
    arguments: [
      ("曾在北京大学和南开大学任教授", ["北京大学", "南开大学"]),
      ("在商汤研究院实习", ["商汤研究院"]),
      ("于东海理工大学（DLU）任教授", ["东海理工大学（DLU）"]),
      ("任國立臺灣大學海洋學系教授", ["國立臺灣大學"]),
    ])
  func chinese(text: String, names: [String]) {
    #expect(places(text) == names)
  }
}
