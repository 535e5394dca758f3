import Testing

@testable import GoldScoring

@Suite("Dates")
struct PartialDateTests {
  @Test(
    "A year, perhaps with a month, is read from the beginning of a text",
    arguments: [
      ("2018", PartialDate(year: 2018, month: nil)), ("2018-04", PartialDate(year: 2018, month: 4)),
      ("2018.4", PartialDate(year: 2018, month: 4)),
      (" 2018年12月", PartialDate(year: 2018, month: 12)),
      ("2018-13", PartialDate(year: 2018, month: nil)),
      ("２０１８", PartialDate(year: 2018, month: nil)),
    ])
  func reading(text: String, date: PartialDate) {
    #expect(PartialDate(text) == date)
  }

  @Test("Other texts are not dates", arguments: ["", "present", "18", "201", "May 2018"])
  func noDate(text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test("Dates agree to the coarser precision")
  func agreement() {
    let month = PartialDate("2018-04")
    #expect(month.agrees(with: PartialDate("2018")))
    #expect(!month.agrees(with: PartialDate("2018-05")))
    #expect(!month.agrees(with: nil))
    #expect(PartialDate(nil).agrees(with: nil))
  }
}
