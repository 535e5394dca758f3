import KGText
import Testing

@testable import KGReaders

/// Pages are built here as the program describes them; the program itself runs on whole documents in `Tests/Gold`.
@Suite("PDF pages")
struct PDFReaderTests {
  private func piece(
    _ text: String, _ left: Double, _ top: Double, width: Double? = nil, size: Double = 12,
    bold: Bool = false
  ) -> PDFPage.Piece {
    PDFPage.Piece(
      text: text, left: left, top: top, width: width ?? Double(text.count) * 6, height: size,
      size: size, isBold: bold, isItalic: false, link: nil)
  }

  private func text(_ pages: [[PDFPage.Piece]]) -> [String] {
    PDFReader.document(of: pages.map { PDFPage(width: 892, height: 1262, pieces: $0) })
      .blocks.map { $0.span.string }
  }

  @Test("A line continues when its next word had no room; a word that was divided there is joined")
  func wrapping() {
    let pieces = [
      piece("A sentence that goes on to the edge with a hyphen-", 100, 100, width: 600),
      piece("ated word and ends early.", 100, 116),
      piece("Another line of its own", 100, 132),
    ]
    #expect(
      text([pieces]) == [
        "A sentence that goes on to the edge with a hyphenated word and ends early.\nAnother line of its own"
      ])
  }

  @Test("Entries of one line each stay separate lines, also when they all reach the edge")
  func entriesOfOneLine() {
    let pieces = [
      piece("A. Quill. Engines that think for themselves. ICML 2019.", 100, 100, width: 600),
      piece("B. Foe. Looms that answer what nobody asked. ICML 2020.", 100, 116, width: 600),
      piece("In 2021 she moved to a city of mills and stayed there", 100, 148, width: 600),
      piece("Until 2023. Then she left.", 100, 164),
    ]
    #expect(
      text([pieces]) == [
        "A. Quill. Engines that think for themselves. ICML 2019.\nB. Foe. Looms that answer what nobody asked. ICML 2020.",
        "In 2021 she moved to a city of mills and stayed there Until 2023. Then she left.",
      ])
  }

  @Test("Gaps between columns are tabs; dates above one another are one interval")
  func columns() {
    let pieces = [
      piece("Oct. 2019", 80, 100), piece("Engineer, Acme", 200, 100, bold: true),
      piece("Sept. 2021", 80, 116), piece("Built things.", 200, 116),
    ]
    #expect(text([pieces]) == ["Oct. 2019–Sept. 2021\tEngineer, Acme\nBuilt things."])
  }

  @Test(
    "Page numbers and repeated headers are left out, the owner's name on the first page is not")
  func runningHeads() {
    func page(_ number: Int) -> [PDFPage.Piece] {
      [
        piece("Ada Quill", 100, 40), piece("Text of page \(number) in full", 100, 300),
        piece("Page \(number) of 3", 400, 1220),
      ]
    }
    #expect(
      text([page(1), page(2), page(3)]) == [
        "Ada Quill", "Text of page 1 in full", "Text of page 2 in full", "Text of page 3 in full",
      ])
  }

  @Test(
    "Accents that old fonts print separately are joined with their letters",
    arguments: [("Universit´", "e", "Université")])
  func accents(first: String, second: String, whole: String) {
    #expect(text([[piece(first, 100, 100, width: 60), piece(second, 160, 100)]]) == [whole])
  }

  @Test(
    "Words with a space after each letter are words; initials and enumerations stay",
    arguments: [
      ("R e s e a r c h   I n t e r e s t s", "Research Interests"),
      ("W O R K   2019", "WORK 2019"),
      ("A B C D E", "A B C D E"), ("J. K. L. Quill", "J. K. L. Quill"), ("a b c", "a b c"),
    ])
  func letterSpacing(printed: String, word: String) {
    #expect(text([[piece(printed, 100, 100)]]) == [word])
  }

  @Test("Ligatures are the letters that they are")
  func ligatures() {
    #expect(
      text([[piece("E\u{FB03}cient o\u{FB00}ices \u{FB01}t", 100, 100)]]) == [
        "Efficient offices fit"
      ])
  }

  @Test("Text that wraps beside a column of dates is joined before its date")
  func wrappedBesideDates() {
    func date(_ words: String, _ top: Double) -> PDFPage.Piece {
      piece(words, 700 - Double(words.count) * 6, top)
    }
    let pieces = [
      piece("Assistant, University", 100, 100), date("Aug. 2023 – present", 100),
      piece("of Looms", 100, 114),
      piece("Engineer, Acme", 100, 150), date("2019 – 2021", 150),
      piece("Built things.", 100, 164),
      piece(
        "Intern at a long and winding name of a mill, Wheels 2018 – 2019", 100, 200, width: 600),
    ]
    #expect(
      text([pieces]) == [
        "Assistant, University of Looms\tAug. 2023 – present",
        "Engineer, Acme\t2019 – 2021\nBuilt things.\n"
          + "Intern at a long and winding name of a mill, Wheels\t2018 – 2019",
      ])
  }

  @Test("A date that is broken over the lines of its column is one date")
  func brokenDates() {
    let pieces = [
      piece("October", 80, 100), piece("Engineer, Acme", 200, 100, bold: true),
      piece("2019 –", 80, 116), piece("Built things.", 200, 116),
      piece("May 2021", 80, 132), piece("In a mill.", 200, 132),
    ]
    #expect(
      text([pieces]) == ["October 2019 – May 2021\tEngineer, Acme\nBuilt things.\nIn a mill."])
  }

  @Test("Spaces that fill a line are not text and make no columns")
  func fill() {
    let xml = """
      <page number="1" position="absolute" top="0" left="0" height="1262" width="892">
      <fontspec id="0" size="12" family="Loom-Bold" color="#000000"/>
      <text top="100" left="100" width="400" height="12" font="0">WORK                                                  </text>
      <text top="100" left="520" width="20" height="12" font="0">     </text>
      <text top="116" left="100" width="60" height="12" font="0">Acme </text>
      <text top="116" left="160" width="60" height="12" font="0">Labs</text>
      </page>
      """
    let blocks = PDFReader.document(of: PDFPage.pages(of: Array(xml.utf8))).blocks
    #expect(blocks.map { $0.span.string } == ["WORK", "Acme Labs"])
  }
}
