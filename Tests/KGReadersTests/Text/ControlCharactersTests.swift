import KGText
import Testing

@testable import KGReaders

@Suite("Control characters")
struct ControlCharactersTests {
  @Test(
    "They are white space, and places stay",
    arguments: [
      ("a\u{1}b", "a b"), ("a\u{B}b", "a\nb"), ("a\u{0}b", "a b"), ("a\u{7F}b", "a b"),
      ("a\u{1B}[1;31mb\u{1B}[0m", "a       b    "), ("a\u{1B}b", "a b"), ("a\u{9F}b", "a  b"),
      ("a\u{85}b", "a \nb"), ("a\tb\u{C}\n", "a\tb\u{C}\n"), ("\u{A0}é", "\u{A0}é"), ("", ""),
    ])
  func blanked(source: String, expected: String) {
    #expect(ControlCharacters.blanked(Array(source.utf8)) == Array(expected.utf8))
  }

  @Test(
    "A document of every form with control characters in it is read",
    arguments: [
      "# Ada\u{1} Quill\n\n\u{C}## Work\n\nAcme Engines and\u{B}Looms\u{0}\n",
      "<html><body><h1>Ada\u{1} Quill</h1>\u{C}<h2>Work</h2><p>Acme Engines and\u{B}Looms\u{0}</p></body></html>",
      "\\documentclass{cv}\\begin{document}\\section{Ada\u{1} Quill}\u{C}\n\\section{Work}\n\nAcme Engines and\u{B}Looms\u{0}\n\\end{document}",
      "Ada\u{1} Quill\n\n\u{C}Work\n\nAcme Engines and\u{B}Looms\u{0}\n",
    ])
  func documents(text: String) throws {
    let document = try DocumentReader.read(Array(text.utf8))
    let words = document.blocks.flatMap { $0.span.collapsed.split(separator: " ") }.map(String.init)
    #expect(words == ["Ada", "Quill", "Work", "Acme", "Engines", "and", "Looms"])
    let place = try #require(document.blocks.last?.span.byteRange)
    #expect(String(decoding: Array(text.utf8)[place], as: UTF8.self).hasSuffix("Looms"))
  }
}
