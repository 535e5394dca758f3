import Testing

@testable import GoldScoring

@Suite("Periods")
struct PeriodTests {
  @Test("Periods are disjoint when one ends more than a month before the other begins")
  func disjoint() {
    #expect(job("2018-04", "2018-06").isDisjoint(from: job("2018-08", nil)))
    #expect(!job("2018-04", "2018-06").isDisjoint(from: job("2018-07", nil)))
    #expect(!job("2018", "2019").isDisjoint(from: job("2019", "2020")))
  }

  @Test("A missing date is compatible, but a study does not last longer than ten years")
  func missingDates() {
    #expect(!job(nil, nil).isDisjoint(from: job("2018", "2019")))
    #expect(!job("1990", nil).isDisjoint(from: job("2018", "2019")))
    #expect(study("1990", nil).isDisjoint(from: study("2018", "2019")))
    #expect(study(nil, "2019").isDisjoint(from: study("2001", "2005")))
  }

  @Test("The end of a current position may be open or the printed one")
  func current() {
    let current = job("2018", "2020", isCurrent: true)
    #expect(current.agrees(with: job("2018", nil)))
    #expect(current.agrees(with: job("2018", "2020")))
    #expect(!current.agrees(with: job("2018", "2021")))
  }

  @Test("For a single date, start or end suffices")
  func single() {
    #expect(job("2016", "2016").agrees(with: job("2016", nil)))
    #expect(job("2016", "2016").agrees(with: job(nil, "2016")))
    #expect(!job("2016", "2016").agrees(with: job("2016", "2017")))
    #expect(!job("2016", "2016").agrees(with: job(nil, nil)))
    #expect(!job("2016", "2017").agrees(with: job("2016", nil)))
  }

  @Test("An accepted date counts as right, also the accepted absence of a date")
  func accepted() {
    let entry = AffiliationEntry(
      organization: "X", start: "2018", accept: AcceptedValues(start: ["2017", nil]))
    #expect(Period(entry).agrees(with: job("2017", nil)))
    #expect(Period(entry).agrees(with: job(nil, nil)))
    #expect(!Period(entry).agrees(with: job("2016", nil)))
  }

  private func job(_ start: String?, _ end: String?, isCurrent: Bool = false) -> Period {
    Period(AffiliationEntry(organization: "X", start: start, end: end, current: isCurrent))
  }

  private func study(_ start: String?, _ end: String?) -> Period {
    Period(EducationEntry(organization: "X", start: start, end: end))
  }
}
