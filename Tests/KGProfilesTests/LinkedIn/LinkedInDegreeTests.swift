import KGText
import Testing

@testable import KGProfiles

@Suite("Degrees on a page of LinkedIn") struct LinkedInDegreeTests {
  /// The lines of paragraphs, each with whether it is the first.
  private func degrees(_ paragraphs: String...) -> [String] {
    let lines = paragraphs.flatMap { text in
      SourceText(plain: text).whole.lines.enumerated().map {
        LinkedInPage.Line(span: $1, isFirst: $0 == 0, isHeading: false)
      }
    }
    return LinkedInDegree.degrees(in: lines).map { degree in
      degree.entries.map { "\($0.key): \($0.value.span?.string ?? "-")" }.joined(separator: "; ")
    }
  }

  @Test("below a school are its degree, the field after a comma, and the dates in brackets")
  func degree() {
    #expect(
      degrees("Quillon University\nDoctor of Looms - PhD, Tides and Mills · (2012 - 2016)")
        == [
          "institution: Quillon University; degree: Doctor of Looms - PhD; field: Tides and Mills; date: 2012 - 2016"
        ])
    #expect(
      degrees("奎隆大学\n博士，海洋科学 · （2012年9月 - 2016年6月）")
        == ["institution: 奎隆大学; degree: 博士，海洋科学; date: 2012年9月 - 2016年6月"])
  }

  @Test("a school may have dates alone, a degree alone, or neither")
  func incomplete() {
    #expect(
      degrees(
        "Quillon University\n(2012 - 2016)", "Ellmoor School", "Foe College\nBachelor's degree")
        == [
          "institution: Quillon University; date: 2012 - 2016", "institution: Ellmoor School",
          "institution: Foe College; degree: Bachelor's degree",
        ])
  }

  @Test("a degree in two lines has its dates at the end of the second")
  func twoLines() {
    #expect(
      degrees("Quillon University\nDoctor of Looms,\nTides (2012 - 2016)").first?
        .hasSuffix("date: 2012 - 2016") == true)
  }

  @Test("where all is one paragraph, or each line one of its own, the dates end each school")
  func paragraphs() {
    let schools = [
      "institution: Quillon University; degree: PhD; date: 2012 - 2016",
      "institution: Foe College; degree: BSc; date: 2008 - 2012",
    ]
    #expect(
      degrees("Quillon University\nPhD · (2012 - 2016)\nFoe College\nBSc · (2008 - 2012)")
        == schools)
    #expect(
      degrees("Quillon University", "PhD · (2012 - 2016)", "Foe College", "BSc · (2008 - 2012)")
        == schools)
  }

  @Test("brackets without a date, or before the end, are part of the degree")
  func otherBrackets() {
    #expect(
      degrees("Quillon University\nPhD (with honours)")
        == ["institution: Quillon University; degree: PhD (with honours)"])
    #expect(degrees().isEmpty)
  }

  @Test("an empty text has neither a degree nor a field")
  func parts() {
    #expect(LinkedInDegree.parts(of: SourceText(plain: "").whole).isEmpty)
    let parts = LinkedInDegree.parts(of: SourceText(plain: "PhD, Looms, Mills").whole)
    #expect(parts.map(\.value.span?.string) == ["PhD", "Looms, Mills"])
  }
}
