import KGModel
import Testing

@testable import KGQuery

/// XML Schema 1.1 Part 2, section 3.3.6.
@Suite("Durations")
struct TimeSpanTests {
  private func duration(_ form: String, _ type: String = "duration") -> TimeSpan? {
    TimeSpan(Literal(form, datatype: IRI(XSD.namespace + type)))
  }

  @Test(
    "Lexical forms",
    arguments: [
      ("P1Y2M3DT4H5M6.7S", 14, 273_906.7), ("-P1D", 0, -86_400), ("PT0S", 0, 0), ("P36M", 36, 0),
    ])
  func forms(form: String, months: Int, seconds: Double) throws {
    let span = try #require(duration(form))
    #expect(span.months == months)
    #expect("\(span.seconds)" == "\(seconds)".replacing(/\.0$/, with: ""))
  }

  @Test(
    "Impossible forms",
    arguments: ["", "P", "PT", "1D", "P1S", "P1DT", "P-1D", "P1.5D", "P1M1Y", "P1D ago"])
  func impossibleForms(form: String) {
    #expect(duration(form) == nil)
  }

  @Test("The derived types have only some of the fields")
  func derivedTypes() {
    #expect(duration("P1D", "dayTimeDuration") != nil)
    #expect(duration("P1M", "dayTimeDuration") == nil)
    #expect(duration("P1M", "yearMonthDuration") != nil)
    #expect(duration("P1D", "yearMonthDuration") == nil)
  }

  @Test("Months and seconds have an order unless they contradict each other")
  func order() throws {
    let (month, days, more) = try (
      #require(duration("P1M")), #require(duration("P30D")), #require(duration("P1M1D"))
    )
    #expect(TimeSpan.compare(month, days) == nil)
    #expect(TimeSpan.compare(month, more) == .before)
    #expect(TimeSpan.order(month, days) == .after)
    #expect(TimeSpan.order(month, more) == .before)
  }
}
