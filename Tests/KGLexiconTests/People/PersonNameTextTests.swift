import KGLexicon
import KGText
import Testing

@Suite("Names of people")
struct PersonNameTextTests {
  @Test("Names in Hangul and Japanese begin with a surname")
  func eastAsian() {
    for name in ["남궁하늘", "이 파도", "山田 さくら", "佐藤 一郎"] {
      #expect(PersonNameText.isName(SourceText(plain: name).whole), "\(name)")
    }
    for text in ["프로젝트", "연구 분야", "研究テーマ", "プロジェクト"] {
      #expect(!PersonNameText.isName(SourceText(plain: text).whole), "\(text)")
    }
  }

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
