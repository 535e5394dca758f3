import KGText
import Testing

@testable import KGReaders

@Suite("Typst")
struct TypstReaderTests {
  static let text = ##"""
    #import "@preview/resume:0.1.0": *
    #set text(font: "Loom Sans", size: 10pt)
    #show: resume.with(
      author: "Ada Quill",
      title: "Engineer",
    )
    #let period(a, b) = [
      #a -- #b
    ]
    // a note
    = Work
    #work(
      title: "Engineer",
      company: "Acme Labs",
      dates: period(start: "2019", end: "2021"),
      fill: "red",
    )
    - Built *looms* and _engines_ #h(1fr) 2020
    + See #link("https://loom.example")[the page] -- twice \
      over
    #entry[Intern][Wheels Ltd.][#text(gray)[2018]]
    / Term: meaning
    #image("me.png")
    == Papers
    A. Quill, #emph[Wheels], 2020 /* not this */ and snake_case C\#.
    """##

  @Test("Markup and the texts of calls, apart and in order")
  func blocks() throws {
    let document = try DocumentReader.read(Array(Self.text.utf8))
    #expect(document.kind == .typst)
    #expect(document.metadata["name"]?.string == "Ada Quill")
    #expect(document.metadata["title"]?.string == "Engineer")
    #expect(
      document.blocks.map { $0.span.string } == [
        "Work", "Engineer\tAcme Labs\t2019 – 2021", "Built looms and engines \t2020",
        "See the page – twice \nover", "Intern\tWheels Ltd.\t2018", "Term\tmeaning", "Papers",
        "A. Quill, Wheels, 2020 and snake_case C#.",
      ])
    #expect(document.blocks[3].text.marks.map(\.kind) == [.link("https://loom.example")])
    #expect(document.blocks[1].kind == .tableRow)
    #expect(document.blocks[2].kind == .listItem(depth: 1, ordered: false))
  }

  @Test("A string that nothing closes ends with the document")
  func unclosedString() {
    for text in [
      "#show: cv.with(name: \"", "#show: cv.with(name: \"Ada", "#a(\"", "#a[#show: b(name: \"]",
    ] {
      #expect(TypstReader.read(Array(text.utf8)).metadata["title"] == nil)
    }
  }
}
