import Testing

@testable import KGReaders

@Suite("BibTeX: detection")
struct BibTeXDetectionTests {
  private static let entry =
    "@article{a,\n title = {Engines of the Mill},\n author = {Quill, Ada}\n}\n"

  private static func isList(_ text: String) -> Bool {
    BibTeXReader.isBibTeX(Array(text.utf8)[...])
  }

  @Test(
    "A list is one with comments, macros or empty front matter before the entries",
    arguments: [
      "", "---\n---\n\n", "% Encoding: UTF-8\n", "Created with MillRef 2.\nEncoding: UTF8\n\n",
      "@comment{mill-meta: version 2}\n", "@preamble{\"x\"}\n", "@string{m = \"Mills\"}\n",
      "\u{FEFF}",
    ])
  func lists(head: String) {
    #expect(Self.isList(head + Self.entry))
    #expect(Self.isList((head + Self.entry).replacing("\n", with: "\r")))
  }

  @Test("Entries of any type are a list", arguments: ["talk", "dataset", "www", "inreference"])
  func types(type: String) {
    #expect(Self.isList(Self.entry.replacing("article", with: type)))
  }

  @Test(
    "A page that quotes entries is not a list",
    arguments: [
      "# Ada Quill\n\n", "---\ntitle: Ada Quill\n---\n", "```bibtex\n", "<pre>\n",
      "\\section{Papers}\n", "- see below\n",
      String(repeating: "Ada Quill builds mills. ", count: 8),
    ])
  func pages(head: String) {
    #expect(!Self.isList(head + Self.entry))
  }

  @Test(
    "Text with an @ is not a list", arguments: ["@", "ada@mill.example", "@home {users}", "@x(y)"])
  func texts(text: String) {
    #expect(!Self.isList(text))
  }
}
