import KGModel
import Testing

@Suite("Dates")
struct PartialDateTests {
  @Test("A date prints as precisely as it is known, with the datatype of its precision")
  func precision() {
    #expect(PartialDate(year: 2017)?.description == "2017")
    #expect(PartialDate(year: 2017, month: 3)?.description == "2017-03")
    #expect(PartialDate(year: 2017, month: 3, day: 9)?.description == "2017-03-09")
    #expect(PartialDate(year: 2017, month: 3)?.datatype == XSD.gYearMonth)
  }

  @Test("A month of 13 and a day without a month are refused")
  func impossible() {
    #expect(PartialDate(year: 2017, month: 13) == nil)
    #expect(PartialDate(year: 2017, day: 9) == nil)
  }
}
