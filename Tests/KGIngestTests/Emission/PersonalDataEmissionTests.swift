import KGIngest
import KGLexicon
import KGModel
import KGProfiles
import KGText
import Testing

@Suite("Personal data of profiles")
struct PersonalDataEmissionTests {
  @Test(
    "Personal data that was asked for is stated, each kind by its property; blocks never show it")
  func askedFor() throws {
    let bytes = Array(
      "# Ada Quill\n\nEmail: ada@example.org, Phone: +1 (555) 010-9999, Age: 29\n\nI like engines.\n"
        .utf8)
    #expect(try ProfileExtractor.extract(bytes).record.personal.isEmpty)
    let extraction = try ProfileExtractor.extract(bytes, includesPersonalData: true)
    #expect(
      extraction.record.personal.map { "\($0.property) \($0.value.value)" }
        == ["email ada@example.org", "telephone +1 (555) 010-9999", "age 29"])
    #expect(!extraction.blockText.contains("@"))
    let statements = ProfileEmitter.statements(
      of: extraction, source: SourceKey(path: "ada.md"), documentName: "ada.md")
    #expect(statements.map(\.triple).filter(\.isPersonal).count == 3)
  }
}
