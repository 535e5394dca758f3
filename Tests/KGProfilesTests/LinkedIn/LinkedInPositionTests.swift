import KGText
import Testing

@testable import KGProfiles

@Suite("Positions on a page of LinkedIn") struct LinkedInPositionTests {
  private func positions(_ paragraphs: String...) -> [String] {
    let lines = paragraphs.flatMap { text in
      SourceText(plain: text).whole.lines.enumerated().map {
        LinkedInPage.Line(span: $1, isFirst: $0 == 0, isHeading: false)
      }
    }
    return LinkedInPosition.positions(in: lines).map { position in
      ["position", "company", "date"].map { position[$0].span?.string ?? "-" }
        .joined(separator: " | ")
    }
  }

  @Test("a line of dates has its duration in brackets and nothing else")
  func dates() {
    let found = { (text: String) in LinkedInPosition.dates(of: SourceText(plain: text).whole) }
    let whole = found("January 2020 - March 2021 (1 year 3 months)")
    #expect(whole?.span.string == "January 2020 - March 2021")
    #expect(whole?.months == 15)
    #expect(found("2020年1月 - 2021年3月（1 年 3 个月）")?.months == 15)
    #expect(found("Since January 2020 (3 months) at the mill") == nil)
    #expect(found("Looms, January 2020 (3 months)") == nil)
    #expect(found("January 2020 - March 2021 (looms)") == nil)
    #expect(found("(3 months)") == nil)
    #expect(found("") == nil)
  }

  @Test("the role is above the dates, and the organization above the role")
  func single() {
    #expect(
      positions(
        "Quillon Labs\nEngineer\nJanuary 2020 - March 2021 (1 year 3 months)\nEllmoor\nBuilt looms."
      )
        == ["Engineer | Quillon Labs | January 2020 - March 2021"])
  }

  @Test("an organization with the sum of the durations below it has all positions of that time")
  func several() {
    let paragraphs = [
      "Quillon Labs\n2 years 3 months\nHead of Looms\nJanuary 2021 - March 2022 (1 year 3 months)",
      "Engineer\nJanuary 2020 - December 2020 (1 year)",
      "Foe Mills\nWeaver\nMay 2018 - May 2019 (1 year 1 month)",
    ]
    let expected = [
      "Head of Looms | Quillon Labs | January 2021 - March 2022",
      "Engineer | Quillon Labs | January 2020 - December 2020",
      "Weaver | Foe Mills | May 2018 - May 2019",
    ]
    #expect(positions(paragraphs[0], paragraphs[1], paragraphs[2]) == expected)
    // In one paragraph only the months show where the next organization begins.
    #expect(positions(paragraphs.joined(separator: "\n")) == expected)
  }

  @Test("dates without an organization above them are no position")
  func incomplete() {
    #expect(positions("Engineer\nMay 2018 - May 2019 (1 year 1 month)").isEmpty)
    #expect(positions("May 2018 - May 2019 (1 year 1 month)").isEmpty)
    #expect(positions().isEmpty)
  }

  @Test("where each line is a paragraph, only the sum of months joins positions of one company")
  func paragraphs() {
    #expect(
      positions(
        "Quillon Labs", "Engineer", "May 2018 - May 2019 (1 year 1 month)", "Foe Mills", "Weaver",
        "May 2016 - May 2017 (1 year 1 month)")
        == [
          "Engineer | Quillon Labs | May 2018 - May 2019",
          "Weaver | Foe Mills | May 2016 - May 2017",
        ])
    #expect(
      positions(
        "Quillon Labs", "2 years 2 months", "Engineer", "May 2018 - May 2019 (1 year 1 month)",
        "Weaver", "May 2017 - May 2018 (1 year 1 month)", "Foe Mills", "Miller",
        "May 2016 - May 2017 (1 year 1 month)"
      )
      .map { String($0.prefix { $0 != "(" }).split(separator: " | ")[1] }
        == ["Quillon Labs", "Quillon Labs", "Foe Mills"])
  }
}
