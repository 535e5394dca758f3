import KGLexicon
import KGText
import Testing

@testable import KGProfiles

@Suite("Authors of BibTeX files")
struct BibTeXAuthorsTests {
  private func paper(_ authors: String) -> PaperRecord? {
    let text = "@misc{a, title = {Engines of the Mill}, author = {\(authors)}}"
    return BibTeXPapers.record(of: Array(text.utf8)).papers.first
  }

  @Test(
    "Names are printed given name first",
    arguments: [
      ("Quill, Ada", "Ada Quill"), ("von Quill, Jr., Ada", "Ada von Quill Jr."),
      ("Ada {Quill Jr.}", "Ada Quill Jr."),
      ("{Society of Mills and Engines}", "Society of Mills and Engines"),
      ("family=Quill, given=Ada, prefix=van", "Ada van Quill"),
      ("李, 磨坊", "李磨坊"), ("李 磨坊", "李磨坊"), ("欧阳，机", "欧阳机"), ("김, 철수", "김철수"),
      ("Nguy\\~{\\^e}n, Mai", "Mai Nguyễn"),
    ])
  func printed(name: String, expected: String) {
    #expect(paper(name)?.authors.map(\.value) == [expected])
  }

  @Test(
    "Marks of footnotes beside a name are not part of it",
    arguments: [
      "Quill*, Ada", "Quill, Ada*", "Ada Quill$^{*}$", "Ada Quill\\textsuperscript{1,2}",
      "Ada Quill†",
      "Quill$^\\dagger$, Ada", "Ada Quill (equal contribution)",
    ])
  func marks(name: String) {
    #expect(paper(name)?.authors.map(\.value) == ["Ada Quill"])
  }

  @Test("dblp's numbers are kept apart from the names")
  func numbers() {
    let paper = paper("Ada Quill 0002 and Bo Foe and Cy Orr 0010")
    #expect(paper?.authors.map(\.value) == ["Ada Quill", "Bo Foe", "Cy Orr"])
    #expect(paper?.authorNumbers == [0: "0002", 2: "0010"])
    #expect(paper?.authors.first?.span.string == "Ada Quill 0002")
  }
}
