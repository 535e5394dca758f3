import KGText
import Testing

@testable import KGReaders

@Suite("jemdoc")
struct JemdocReaderTests {
  static let text = #"""
    # jemdoc: menu{MENU}{index.html}, title{Ada Quill}
    = Ada Quill

    ~~~
    {}{img_left}{me.jpg}{Ada at the loom}{100}{120}
    Engineer \n
    [https://acme.example Acme Labs]\n
    ~~~

    == Work
    - 2019--2021, *engineer* at [https://acme.example Acme \[Labs\]], not [sic].
    -- a /nested/ item
    . first
    : {Term} meaning
    # note

    ~~~
    {}{table}{papers}
    2020 | Wheels ||
    2021 | _Looms_
    ~~~

    ~~~
    {Program}{python}
    print("no")
    ~~~

    Last
    """#

  @Test("Titles, lists, links, boxes and tables")
  func blocks() throws {
    let document = try DocumentReader.read(Array(Self.text.utf8))
    #expect(document.kind == .jemdoc)
    #expect(document.metadata["title"]?.string == "Ada Quill")
    #expect(document.images.map(\.string) == ["Ada at the loom"])
    #expect(
      document.blocks.map { $0.span.string } == [
        "Ada Quill", "Engineer \nAcme Labs", "Work",
        "2019--2021, engineer at Acme [Labs], not [sic].", "a nested item", "first",
        "Term\tmeaning", "2020\tWheels", "2021\tLooms", "Program", "Last",
      ])
    #expect(document.blocks[3].text.marks.map(\.kind) == [.strong, .link("https://acme.example")])
    #expect(document.blocks[4].kind == .listItem(depth: 2, ordered: false))
  }

  @Test("A page without its first line is recognized by titles and links")
  func detection() {
    let text = "= Ada Quill\n\n- engineer at [https://acme.example Acme]\n"
    #expect(DocumentKind.detect(Array(text.utf8)) == .jemdoc)
    #expect(DocumentKind.detect(Array("= Ada\n\n[Acme](https://acme.example)\n".utf8)) == .markdown)
  }
}
