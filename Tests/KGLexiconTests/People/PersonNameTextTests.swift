import KGLexicon
import KGText
import Testing

@Suite("Names of people")
struct PersonNameTextTests {
  @Test("Capitalized titles are not names")
  func titlesAsNames() {
    for title in ["Slip Onset Without Slip Sensors", "Seven Great Ways Of Thinking Twice"] {
      #expect(!PersonNameText.isName(SourceText(plain: title).whole))
    }
    for name in [
      "Ana Carolina Souza Ferreira Lima", "Juan Carlos García López",
      "María de los Ángeles Ruiz Soto", "Ana M. B. Lima Reis",
    ] {
      #expect(PersonNameText.isName(SourceText(plain: name).whole))
    }
  }
}
