import Testing

@testable import KGText

@Suite("Words of dates")
struct DateWordTableTests {
  private let table = DateWordTable([(1, ["now", "to"]), (2, ["to date", "今"])])

  private func span(_ text: String) -> Span { SourceText(plain: text).whole }

  @Test("The longest word that begins or ends at a place is found")
  func longest() {
    #expect(table.match(in: span("To date, ten"), at: 0)?.range == 0..<7)
    #expect(table.match(in: span("up to date"), endingAt: 10)?.value == 2)
    #expect(table.match(in: span("up to"), endingAt: 5)?.value == 1)
  }

  @Test("A word ends where no letter follows, unless its script has no spaces")
  func boundaries() {
    #expect(table.match(in: span("nowhere"), at: 0) == nil)
    #expect(table.match(in: span("know"), endingAt: 4) == nil)
    #expect(table.match(in: span("今年"), at: 0)?.value == 2)
  }

  @Test(
    "A word may begin where its first two characters stand, and at the end of a text where the first does"
  )
  func beginnings() {
    #expect(table.mayBegin(with: "t", "o"))
    #expect(!table.mayBegin(with: "t", "a"))
    #expect(table.mayBegin(with: "t", nil))
    #expect(!table.mayBegin(with: "x", nil))
    // A word of one character may be followed by any.
    #expect(table.mayBegin(with: "今", "x"))
  }
}
