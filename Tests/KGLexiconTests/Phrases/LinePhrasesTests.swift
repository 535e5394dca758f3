import KGText
import Testing

@testable import KGLexicon

@Suite("Phrases of lines")
struct LinePhrasesTests {
  @Test(
    "Each list is what its table finds in the line",
    arguments: [
      "Ph.D. student, School of Engineering, Brackwater University (advisor: Prof. Ada Quill)",
      "Best Paper Award, 2021; talk at a workshop", "M.A. Quill, M.A. in physics",
      "教育背景：博士，导师王某某教授",
      "Publications", "",
    ])
  func agreement(text: String) {
    let line = SourceText(plain: text).whole
    let phrases = LinePhrases(line)
    let lexicon = Lexicon.shared
    #expect(phrases.roles.map(\.range) == lexicon.roles.matches(in: line).map(\.range))
    #expect(phrases.degrees.map(\.range) == lexicon.degrees.matches(in: line).map(\.range))
    #expect(
      phrases.organizationWords.map(\.range)
        == lexicon.organizationWords.matches(in: line).map(\.range))
    #expect(phrases.cues.map(\.value) == lexicon.cueWords.matches(in: line).map(\.value))
    #expect(
      phrases.adviserWords.map(\.value) == lexicon.adviserWords.matches(in: line).map(\.value))
    #expect(phrases.sections.map(\.value) == lexicon.sections.matches(in: line).map(\.value))
  }
}
