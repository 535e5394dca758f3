import KGModel
import Testing

@testable import KGText

@Suite("Dates and periods as they are printed")
struct DatedTextTests {
  private func dated(_ text: String) -> DatedText? {
    DateParser.firstInterval(in: SourceText(plain: text).whole)?.value
  }

  @Test("One date is both ends of its period", arguments: ["March 2017", "2017年3月", "(03/2017)"])
  func date(text: String) throws {
    let value = try #require(dated(text))
    #expect(value.isDate)
    #expect(value.start == PartialDate(year: 2017, month: 3))
    #expect(value.end == .closed(value.start))
  }

  @Test(
    "A period whose ends are printed alike is a period",
    arguments: ["March 2017 – March 2017", "2017.3-2017.3", "2018 – 2018"])
  func equalEnds(text: String) throws {
    let value = try #require(dated(text))
    #expect(!value.isDate)
    #expect(value.start == value.printedEnd)
  }

  @Test(
    "One end makes a period, and so do the two years of an academic one",
    arguments: ["since 2017", "until 2017", "2017 –", "2017/18", "May 2017 (expected)"])
  func oneEnd(text: String) throws {
    #expect(try #require(dated(text)).isDate == false)
  }
}
