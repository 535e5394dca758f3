import KGModel
import Testing

@testable import KGText

@Suite("Dates in text")
struct DateParserTests {
  private func interval(_ text: String) -> Interval? {
    DateParser.firstInterval(in: SourceText(plain: text).whole)?.value.interval
  }

  private func closed(_ start: String, _ end: String) -> Interval {
    Interval(start: date(start), end: .closed(date(end)))
  }

  private func date(_ text: String) -> PartialDate? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return PartialDate(
      year: parts[0], month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil
    )
  }

  @Test(
    "One grammar reads every dash, order and script",
    arguments: [
      ("2016.3 – 2016.12", "2016-3", "2016-12"), ("2016.12–2017.7", "2016-12", "2017-7"),
      ("2018.09 - 2022.06", "2018-9", "2022-6"), ("May 2020 - Mar 2024", "2020-5", "2024-3"),
      ("2014 — 2015", "2014", "2015"), ("2012-13", "2012", "2013"),
      ("09/2015 ~ 06/2019", "2015-9", "2019-6"),
      ("2015年9月至2018年3月", "2015-9", "2018-3"), ("Sept. 2019 to June 2021", "2019-9", "2021-6"),
      ("Fall 2019 – Spring 2020", "2019", "2020"), ("２０１９．０４－２０２０．０９", "2019-4", "2020-9"),
    ])
  func range(text: String, start: String, end: String) {
    #expect(interval(text) == closed(start, end))
  }

  @Test(
    "Present, 至今 and a dash with nothing behind it leave the end open",
    arguments: ["2020.9–至今", "2020.9 - Present", "Sep 2020 – now", "2020.09 -", "since 2020.9"])
  func openEnd(text: String) {
    #expect(interval(text) == Interval(start: date("2020-9"), end: .open(lastConfirmed: nil)))
  }

  @Test("An end that is marked as still going on is the last confirmed date, not the end")
  func confirmed() {
    #expect(
      interval("2024.10-2025.4(至今)")
        == Interval(start: date("2024-10"), end: .open(lastConfirmed: date("2025-4"))))
  }

  @Test(
    "Numbers that are no dates are left alone",
    arguments: ["6/241", "90.0/100", "7000+", "CN201710124025.6", "12345", "SIGHAN20133"])
  func noDate(text: String) {
    #expect(interval(text) == nil)
  }

  @Test("Page numbers are not years")
  func pages() {
    let span = SourceText(plain: "Pages 1944-1960, pp. 2001, 2015").whole
    #expect(DateParser.years(in: span).map(\.value) == [2015])
  }

  @Test("The number of a preprint is not a year")
  func preprints() {
    let span = SourceText(plain: "ACL 2021, arXiv:2005.01234, arXiv:1912.00001v2 (2020.12)").whole
    #expect(DateParser.years(in: span).map(\.value) == [2021, 2020])
  }
}
