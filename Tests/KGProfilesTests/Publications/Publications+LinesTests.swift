import KGLexicon
import KGText
import Testing

@testable import KGProfiles

@Suite("What the lines of a publication list are") struct PublicationsLinesTests {
  private static func block(_ text: String, _ kind: Block.Kind = .paragraph) -> Block {
    Block(kind, SourceText(plain: text))
  }

  @Test(
    "a line that is only a year applies to the entries after it",
    arguments: [
      ("2024", 2024), ("[2023]", 2023), ("– 2022 –", 2022), ("2021年", 2021), ("2024 Oslo", nil),
    ])
  func years(text: String, year: Int?) {
    #expect(Publications.yearAlone(Self.block(text))?.value == year)
  }

  @Test("a line that is only a venue needs a year, and is no item of a list")
  func venues() {
    #expect(Publications.venueAlone(Self.block("NeurIPS 2023 Oral"))?.name?.value == "NeurIPS")
    #expect(Publications.venueAlone(Self.block("NeurIPS")) == nil)
    #expect(Publications.venueAlone(Self.block("Slow boats on lakes 2023")) == nil)
    let item = Self.block("NeurIPS 2023", .listItem(depth: 1, ordered: false))
    #expect(Publications.venueAlone(item) == nil)
  }

  @Test("the lines of a paragraph that begin with numbers are entries, with the lines after each")
  func numbered() {
    let entries = Publications.entries(
      of: Self.block("[1] A. Quill. Slow boats\non lakes. 2020.\n[2] B. Foe. Quiet seas. 2021."))
    #expect(
      entries.map(\.string) == [
        "[1] A. Quill. Slow boats\non lakes. 2020.", "[2] B. Foe. Quiet seas. 2021.",
      ])
  }

  @Test("a heading may stand above the numbered lines, other lines may not")
  func headings() {
    let list = "1. A. Quill. Slow boats. 2020.\n2. B. Foe. Quiet seas. 2021."
    #expect(Publications.entries(of: Self.block("Journal articles\n" + list)).count == 2)
    #expect(Publications.entries(of: Self.block("I like boats.\n" + list)).count == 1)
  }

  @Test("without numbers the lines that begin with authors are entries")
  func authors() {
    let entries = Publications.entries(
      of: Self.block(
        "A. Quill, B. Foe. Slow boats on lakes. ICML, 2020.\nB. Foe, C. Dee. Quiet seas. ICML, 2021."
      ))
    #expect(entries.count == 2)
  }

  @Test(
    "remarks are no entries",
    arguments: [
      ("(* equal contribution)", true), ("Google Scholar", true), ("† = supervised student", true),
      ("See my full list on Google Scholar", true),
      ("*A. Quill, B. Foe. Slow boats on lakes. 2020", false),
      ("A. Quill, B. Foe. Slow boats on quiet lakes. ICML, 2020", false),
    ])
  func remarks(text: String, isRemark: Bool) {
    #expect(Publications.isRemark(SourceText(plain: text).whole) == isRemark)
  }

  @Test("a date in the first or the last cell of a row is its year")
  func dateColumns() {
    for row in ["2020\tA. Quill. Slow boats", "A. Quill. Slow boats\t2020"] {
      let found = Publications.withoutDateColumn(SourceText(plain: row).whole)
      #expect(found.entry.string == "A. Quill. Slow boats")
      #expect(found.year?.value == 2020)
    }
    let none = Publications.withoutDateColumn(SourceText(plain: "A. Quill\tSlow boats").whole)
    #expect(none.year == nil)
    #expect(none.entry.string == "A. Quill\tSlow boats")
  }

  private func namesAlone(_ line: String) -> [String]? {
    Publications.authorsAlone(SourceText(plain: line).whole)?.names.map(\.value)
  }

  @Test("A line of authors has several names, or a word before them that leaves out the owner")
  func authorsAlone() {
    #expect(namesAlone("Ada Quill, Bo Foe") == ["Ada Quill", "Bo Foe"])
    #expect(namesAlone("Ada Quill") == nil)
    #expect(namesAlone("With Ada Quill") == ["Ada Quill"])
    #expect(namesAlone("Con A. Quill y B. Foe") == ["A. Quill", "B. Foe"])
    #expect(namesAlone("Avec Ada Quill et Bo Foe") == ["Ada Quill", "Bo Foe"])
    #expect(namesAlone("Con una muestra de nieblas") == nil)
  }
}
