import KGLexicon
import KGText
import Testing

@testable import KGProfiles

@Suite("Lines of publication lists")
struct PublicationsLinesTests {
  private func authors(_ line: String) -> [String]? {
    Publications.authorsAlone(SourceText(plain: line).whole)?.names.map(\.value)
  }

  @Test("A line of authors has several names, or a word before them that leaves out the owner")
  func authorsAlone() {
    #expect(authors("Ada Quill, Bo Foe") == ["Ada Quill", "Bo Foe"])
    #expect(authors("Ada Quill") == nil)
    #expect(authors("With Ada Quill") == ["Ada Quill"])
    #expect(authors("Con A. Quill y B. Foe") == ["A. Quill", "B. Foe"])
    #expect(authors("Avec Ada Quill et Bo Foe") == ["Ada Quill", "Bo Foe"])
    #expect(authors("Con una muestra de nieblas") == nil)
  }
}
