import Testing

@testable import KGText

@Suite("Years of eras")
struct EraYearsTests {
  private func year(_ text: String) -> Int? {
    EraYears.year(in: SourceText(plain: text).whole, at: 0)?.year
  }

  @Test(
    "The year is counted from the first one of the era",
    arguments: [
      ("明治45", 1912), ("大正元", 1912), ("昭和64", 1989), ("平成1", 1989), ("令和5", 2023), ("H31", 2019),
      ("平成二十", 2008), ("民國100", 2011),
    ])
  func years(text: String, expected: Int) {
    #expect(year(text) == expected)
  }

  @Test("A year after the last one of the era is none", arguments: ["昭和70", "H32", "平成0", "令和"])
  func noYear(text: String) {
    #expect(year(text) == nil)
  }
}
