import KGText
import Testing

@testable import KGProfiles

// Durations are tested with the pages, in LinkedInPageTests.
@Suite("Words that LinkedIn prints") struct LinkedInWordsTests {
  private func span(_ text: String) -> Span { SourceText(plain: text).whole }

  @Test(
    "headings are known in several languages and in any case",
    arguments: [
      ("Experience", LinkedInWords.Heading.experience), ("EXPERIENCE", .experience),
      ("Berufserfahrung", .experience), ("工作经历", .experience), ("교육", nil), ("학력", .education),
      ("Top Skills", .skills), ("Résumé", .summary), ("Experience at the mill", nil), ("", nil),
      (" Experience", nil),
    ])
  func headings(text: String, heading: LinkedInWords.Heading?) {
    #expect(LinkedInWords.heading(span(text)) == heading)
  }

  @Test("summary, experience and education are the main text, the others stand beside it")
  func main() {
    let words = ["Summary", "Experience", "Education", "Contact", "Publications", "Patents"]
    #expect(
      words.map { LinkedInWords.heading(span($0))?.isMain }
        == [true, true, true, false, false, false])
  }

  @Test("a duration may have full-width digits, blanks between its parts, and years twice")
  func durations() {
    #expect(LinkedInWords.months(in: span("２ 年 ３ 个月")) == 27)
    #expect(LinkedInWords.months(in: span("1  year  3  months")) == 15)
    #expect(LinkedInWords.months(in: span("LESS THAN A YEAR")) == 0)
  }

  @Test(
    "no career lasts a hundred years, and no number is none",
    arguments: ["100 years", "99999999999999999999 years", "-1 years", "1 year 3", "½ year"])
  func noDurations(text: String) {
    #expect(LinkedInWords.months(in: span(text)) == nil)
  }
}
