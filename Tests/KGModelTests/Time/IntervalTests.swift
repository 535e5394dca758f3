import KGModel
import Testing

@Suite("Periods of time") struct IntervalTests {
  private let march = PartialDate(year: 2017, month: 3)
  private let may = PartialDate(year: 2017, month: 5)

  @Test("the end that is printed is that of a closed period, or the last date of an open one")
  func printedEnd() {
    #expect(Interval(start: march, end: .closed(may)).printedEnd == may)
    #expect(Interval(start: march, end: .open(lastConfirmed: may)).printedEnd == may)
    #expect(Interval(start: march, end: .open(lastConfirmed: nil)).printedEnd == nil)
    #expect(Interval(start: march, end: .unknown).printedEnd == nil)
  }

  @Test("a single date is both ends; a start, an end or an unknown period is none")
  func singleDate() {
    #expect(Interval(start: march, end: .closed(march)).isSingleDate)
    #expect(!Interval(start: march, end: .closed(may)).isSingleDate)
    #expect(!Interval(start: march, end: .unknown).isSingleDate)
    #expect(!Interval(start: nil, end: .closed(march)).isSingleDate)
    #expect(!Interval(start: nil, end: .unknown).isSingleDate)
  }
}
