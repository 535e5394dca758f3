import KGLexicon
import KGModel
import KGText
import Testing

@testable import KGProfiles

@Suite("Periods that can be the same") struct DatedTextAgreementTests {
  @Test(
    "dates agree as far as both are precise",
    arguments: [
      ("2014 – 2018", "2014 – 2018", true), ("2014 – 2018", "March 2014 – June 2018", true),
      ("2014 – 2018", "2014 – 2019", false), ("2013 – 2018", "2014 – 2018", false),
      ("March 2014 – 2018", "April 2014 – 2018", false), ("since 2014", "2014 – 2018", true),
    ])
  func agreement(left: String, right: String, agrees: Bool) throws {
    let first = try #require(statedPeriod(left)).value
    let second = try #require(statedPeriod(right)).value
    #expect(first.agrees(with: second) == agrees)
    #expect(second.agrees(with: first) == agrees)
  }

  @Test("the more precise of two that agree is taken")
  func precision() throws {
    let years = try #require(statedPeriod("2014 – 2018"))
    let months = try #require(statedPeriod("03/2014 – 06/2018"))
    #expect(years.refined(by: months).value.start?.month == 3)
    #expect(months.refined(by: years).value.start?.month == 3)
    #expect(years.refined(by: nil).value == years.value)
  }

  @Test("one that contradicts refines nothing, however precise it is")
  func contradiction() throws {
    let years = try #require(statedPeriod("2014 – 2018"))
    let other = try #require(statedPeriod("03/2015 – 06/2018"))
    #expect(years.refined(by: other).value == years.value)
  }
}
