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

  @Test("A word for a list or an introduction may follow the name of a section")
  func remarks() {
    #expect(SectionTitle.kinds(of: SourceText(plain: "若干软件项目介绍").whole) == [.projects])
    #expect(SectionTitle.kinds(of: SourceText(plain: "論文一覧").whole) == [.publications])
    #expect(SectionTitle.kinds(of: SourceText(plain: "介绍").whole) == [])
  }

  @Test(
    "A line is a title when the names of sections cover or end it",
    arguments: [
      ("教育经历", true), ("二、所发表论文", true), ("Education", true), ("3. Awards", true),
      ("Education at a small lake", false), ("我们在湖边研究灯塔并发表论文", false), ("教育经历\t2020", false),
      ("Ada Quill", false),
    ])
  func lines(line: String, isTitle: Bool) {
    #expect(SectionTitle.isTitleLine(SourceText(plain: line).whole) == isTitle)
  }
}
