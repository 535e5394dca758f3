import KGText
import Testing

@testable import KGProfiles

@Suite("Texts of data files without markup")
struct DataTextTests {
  @Test(
    "Markdown, HTML, entities and commands of LaTeX leave their text",
    arguments: [
      ("**Ada** [Quill](https://quill.example)", "Ada Quill"),
      ("<a href='https://quill.example'>Lamps</a> &amp; Fog", "Lamps & Fog"),
      (#"with \href{https://quill.example}{Bo \textbf{Foe}} on moss"#, "with Bo Foe on moss"),
      ("Q*QUILL Institute", "Q*QUILL Institute"), (#"a \ b"#, #"a \ b"#),
      (#"open \textit{brace"#, #"open \textit{brace"#),
    ])
  func plain(_ source: String, _ expected: String) {
    #expect(DataText.plain(SourceText(plain: source).whole).string == expected)
  }

  @Test("A list with one text is that text")
  func lists() {
    let lamp = DataNode.text(SourceText(plain: "lamp").whole)
    #expect(DataText.plainText(of: .list([lamp]))?.string == "lamp")
    #expect(DataText.plainText(of: .list([lamp, lamp])) == nil)
  }
}
