import KGLexicon
import KGText
import Testing

@testable import KGProfiles

@Suite("Papers of labelled references") struct ReferencePaperTests {
  /// The paper of a reference whose fields are marked: `⟦author:A. Quill⟧. ⟦title:Slow boats⟧`.
  private static func paper(_ marked: String) -> PaperRecord? {
    var (text, rest) = ("", marked[...])
    var fields: [(ReferenceField, Range<Int>)] = []
    while let start = rest.firstIndex(of: "⟦"), let end = rest.firstIndex(of: "⟧") {
      let parts = rest[rest.index(after: start)..<end].split(separator: ":", maxSplits: 1)
      text += rest[..<start]
      let lower = text.unicodeScalars.count
      text += parts[1]
      if let field = ReferenceField(rawValue: String(parts[0])) {
        fields.append((field, lower..<text.unicodeScalars.count))
      }
      rest = rest[rest.index(after: end)...]
    }
    let span = SourceText(plain: text + rest).whole
    let context = ReferenceContext(span)
    let labels = context.tokens.map { token in
      fields.first { $0.1.contains(token.range.lowerBound) }.map {
        ReferenceLabel($0.0, isFirst: token.range.lowerBound == $0.1.lowerBound)
      } ?? .other
    }
    return ReferenceReading(context, labels: labels).paper(in: span)
  }

  @Test("the fields are those of the labels, without the signs around them")
  func fields() {
    let paper = Self.paper(
      "⟦author:Quill, A.⟧, ⟦author:Foe, B.⟧: ⟦title:Slow boats on quiet lakes⟧. ⟦venue:Journal of Lakes⟧, ⟦year:2020⟧."
    )
    #expect(paper?.title.value == "Slow boats on quiet lakes")
    #expect(paper?.authors.map(\.value) == ["A. Quill", "B. Foe"])
    #expect(paper?.venue?.value == "Journal of Lakes")
    #expect(paper?.year?.value == 2020)
    #expect(paper?.isAuthorListComplete == true)
  }

  @Test("a list that ends in “et al.” is not complete")
  func omissions() {
    let paper = Self.paper(
      "⟦author:A. Quill⟧ et al. ⟦title:Slow boats on quiet lakes⟧. ⟦year:2020⟧")
    #expect(paper?.authors.map(\.value) == ["A. Quill"])
    #expect(paper?.isAuthorListComplete == false)
  }

  @Test(
    "two digits are a year of this century or the last",
    arguments: [("21", 2021), ("49", 2049), ("50", 1950), ("98", 1998), ("2021", 2021)])
  func years(printed: String, year: Int) {
    #expect(
      Self.paper("⟦author:A. Quill⟧. ⟦title:Slow boats on lakes⟧, Lake Days '⟦year:\(printed)⟧")?
        .year?.value == year)
  }

  @Test("a number that no paper has as its year is none")
  func noYear() {
    #expect(Self.paper("⟦title:Slow boats on lakes⟧, ⟦year:1523⟧")?.year == nil)
  }

  @Test("remarks on either side of the title are those of the paper")
  func remarks() {
    #expect(
      Self.paper("⟦title:Slow boats on quiet lakes⟧. ⟦venue:ICML⟧ ⟦year:2020⟧, oral presentation")?
        .presentation != nil)
    #expect(Self.paper("Under review: ⟦title:Slow boats on quiet lakes⟧")?.status != nil)
    #expect(
      Self.paper("⟦title:Slow boats on quiet lakes⟧. ⟦venue:ICML⟧ ⟦year:2020⟧")?.status == nil)
  }

  @Test("without a title there is no paper")
  func noTitle() {
    #expect(Self.paper("⟦author:A. Quill⟧, ⟦venue:ICML⟧ ⟦year:2020⟧") == nil)
  }

  @Test(
    "the abbreviated words and the letter of a section that follow a venue belong to it",
    arguments: [
      ("Phys. Rev", "Phys. Rev. D94, 2020", "Phys. Rev. D"),
      ("Nucl", "Nucl. Phys. A904 (2013)", "Nucl. Phys. A"),
      ("Journal of Lakes", "Journal of Lakes. Oslo", "Journal of Lakes"),
      ("ICML", "ICML, 2020", "ICML"),
    ])
  func sections(venue: String, text: String, whole: String) throws {
    let span = SourceText(plain: text).whole
    let found = try #require(span.first(of: venue.lowercased()))
    #expect(ReferenceReading.withSection(span.slice(found), in: span).string == whole)
  }
}
