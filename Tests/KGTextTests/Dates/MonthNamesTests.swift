import Testing

@testable import KGText

@Suite("Names of months")
struct MonthNamesTests {
  @Test(
    "A name means one month in every language",
    arguments: [("mai", 5), ("août", 8), ("dez", 12), ("enero", 1), ("herbst", 0), ("spring", 0)])
  func numbers(name: String, number: Int) {
    #expect(MonthNames.numbers[name] == number)
  }

  @Test("The names of one language have none of another")
  func language() {
    #expect(MonthNames.numbers(in: "en")["may"] == 5)
    #expect(MonthNames.numbers(in: "en")["mai"] == nil)
  }
}
