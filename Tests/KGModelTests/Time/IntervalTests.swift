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
}
