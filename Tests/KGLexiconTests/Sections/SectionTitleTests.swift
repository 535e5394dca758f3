import KGText
import Testing

@testable import KGLexicon

@Suite("Titles of sections")
struct SectionTitleTests {
  @Test(
    "A title is understood in each language",
    arguments: [
      ("論文", [SectionKind.publications]), ("獲獎情況", [.awards]), ("研究專長", [.interests]),
      ("学歴", [.education]), ("職歴", [.experience]), ("受賞歴", [.awards]), ("査読付き論文", [.publications]),
      ("所属学会", [.service]), ("教育活動歴", [.teaching]), ("国際会議委員", [.service]),
      ("학력", [.education]), ("경력", [.experience]), ("논문 및 발표", [.publications]),
      ("수상 경력", [.awards]),
      ("Ausbildung", [.education]), ("Berufliche Tätigkeiten", [.experience]),
      ("Auszeichnungen und Stipendien", [.awards]), ("Zeitschriftenartikel", [.publications]),
      ("Éducation", [.education]), ("Récompenses", [.awards]),
      ("Articles de revue", [.publications]),
      ("Responsabilités scientifiques", [.service]),
      ("Formación universitaria", [.education]), ("Experiencia investigadora", [.experience]),
      ("Premios y distinciones", [.awards]), ("Artículos de revista", [.publications]),
    ])
  func kinds(title: String, kinds: [SectionKind]) {
    #expect(SectionTitle.kinds(of: SourceText(plain: title).whole) == kinds)
  }
}
