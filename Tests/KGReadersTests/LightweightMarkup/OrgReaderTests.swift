import KGText
import Testing

@testable import KGReaders

@Suite("org-mode")
struct OrgReaderTests {
  static let text = """
    #+TITLE: Ada /Quill/
    #+OPTIONS: toc:nil
    # A comment
    * DONE [#A] Work :cv:jobs:
    :PROPERTIES:
    :FROM: <2019-03-01 Fri>
    :TO: <2021-08-31>
    :EMPLOYER: Acme Labs
    :END:
    Built [[https://loom.example][looms]] and *engines*,
    with ~code~ since [2020-01-01 Wed].[fn:1]
    - First :: one
      - [X] Nested
    1. Numbered
    ** Tables
    | Year | Paper |
    |------+-------|
    | 2020 | Wheels |
    #+begin_src python
    print("no")
    #+end_src
    #+begin_export html
    <p>Shown &amp; kept</p>
    #+end_export
    #+begin_export latex
    \\begin{tabular}{ll} 2018 & Mill \\\\ \\end{tabular}
    #+end_export
    * Notes :noexport:
    Hidden
    ** Below
    Hidden too
    * Last
    snake_case and a/b/c stay
    """

  @Test("Headlines, lists, tables, links and exported blocks")
  func blocks() throws {
    let document = try DocumentReader.read(Array(Self.text.utf8))
    #expect(document.kind == .org)
    #expect(document.metadata["title"]?.string == "Ada Quill")
    #expect(
      document.blocks.map { $0.span.string } == [
        "Work", "2019-03-01 – 2021-08-31\tAcme Labs",
        "Built looms and engines,\nwith code since 2020-01-01.", "First: one", "Nested", "Numbered",
        "Tables", "Year\tPaper", "2020\tWheels", "Shown & kept", "2018 \tMill", "Last",
        "snake_case and a/b/c stay",
      ])
    #expect(
      document.blocks.prefix(6).map(\.kind) == [
        .heading(level: 1), .tableRow, .paragraph, .listItem(depth: 1, ordered: false),
        .listItem(depth: 2, ordered: false), .listItem(depth: 1, ordered: true),
      ])
    let marks = document.blocks[2].text.marks.map(\.kind)
    #expect(marks == [.link("https://loom.example"), .strong, .code])
  }

  @Test("Every place is that of the words in the source")
  func places() throws {
    let bytes = Array(Self.text.utf8)
    let words = try DocumentReader.read(bytes).blocks.flatMap { block in
      block.span.split { !$0.isLetter }.filter { !$0.isEmpty }
    }
    #expect(words.count > 20)
    for word in words {
      #expect(String(decoding: bytes[word.byteRange], as: UTF8.self) == word.string)
    }
  }
}
