import Testing

@testable import KGExport

@Suite struct YearSpanTests {
  @Test(
    "Spans that touch are merged; an unknown end stays unknown",
    arguments: [
      ([YearSpan(start: 2016, end: 2018, isOpen: false)], "2016–2018"),
      ([YearSpan(start: 2014, end: 2014, isOpen: false)], "2014"),
      ([YearSpan(start: 2016, end: nil, isOpen: true)], "2016–"),
      ([YearSpan(start: 2016, end: nil, isOpen: false)], "2016–?"),
      ([YearSpan(start: nil, end: 2010, isOpen: false)], "–2010"),
      ([YearSpan(start: nil, end: nil, isOpen: false)], ""),
      (
        [
          YearSpan(start: 2018, end: 2019, isOpen: false),
          YearSpan(start: 2016, end: 2018, isOpen: false),
        ], "2016–2019"
      ),
      (
        [
          YearSpan(start: 2012, end: 2013, isOpen: false),
          YearSpan(start: 2018, end: nil, isOpen: true),
        ], "2012–2013, 2018–"
      ),
      (
        [
          YearSpan(start: 2016, end: nil, isOpen: true),
          YearSpan(start: 2018, end: 2019, isOpen: false),
        ], "2016–"
      ),
    ])
  func joined(spans: [YearSpan], text: String) {
    #expect(YearSpan.joined(spans) == text)
  }
}
