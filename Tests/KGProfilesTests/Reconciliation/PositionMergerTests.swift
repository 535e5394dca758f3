import KGLexicon
import KGModel
import KGText
import Testing

@testable import KGProfiles

@Suite("A position that a table, a headline and a biography state") struct PositionMergerTests {
  private static func lines(_ positions: [AffiliationRecord]) -> [String] {
    positions.map { "\($0.role?.value ?? "?"), \($0.organization.value)" }
  }

  @Test("a mention of an entry adds its place and what the entry lacks")
  func mention() {
    let merged = PositionMerger.merge(
      [position("Quillon University", nil, "2019 – 2021")],
      [position("Quillon University", "Lecturer", "March 2019 – May 2021")])
    #expect(Self.lines(merged) == ["Lecturer, Quillon University"])
    #expect(merged[0].interval?.value.start?.month == 3)
    #expect(merged[0].repeats.map(\.string) == ["Quillon University"])
  }

  @Test("a mention whose period contradicts is another position")
  func contradiction() {
    let merged = PositionMerger.merge(
      [position("Quillon University", "Lecturer", "2019 – 2021")],
      [position("Quillon University", "Lecturer", "2012 – 2014")])
    #expect(merged.compactMap { $0.interval?.value.start?.year } == [2019, 2012])
  }

  @Test("what is held now is no mention of what has ended")
  func current() {
    let ended = position("Quillon University", "Lecturer", "2019 – 2021")
    let open = position("Quillon University", "Lecturer", "since 2019")
    let mention = position("Quillon University", "Lecturer", isCurrent: true)
    #expect(PositionMerger.merge([ended], [mention]).count == 2)
    #expect(PositionMerger.merge([open], [mention]).count == 1)
  }

  @Test(
    "in Chinese two roles of which one is undated are two positions, unless one is part of the other"
  )
  func roles() {
    let entry = position("奎隆大学", "副教授", "2019 – 2021")
    #expect(PositionMerger.merge([entry], [position("奎隆大学", "教授")]).count == 2)
    #expect(PositionMerger.merge([entry], [position("奎隆大学", "副教授、系主任")]).count == 1)
  }

  @Test("entries of a section are one position only if role, unit and period are the same")
  func entries() {
    let entry = position("Quillon University", "Lecturer", "2019 – 2021", unit: "Optics Group")
    var other = entry
    other.unit = stated("Engines Group")
    #expect(PositionMerger.merge([entry, entry], []).count == 1)
    #expect(PositionMerger.merge([entry, other], []).count == 2)
    let later = position("Quillon University", "Lecturer", "2021 – 2023", unit: "Optics Group")
    #expect(PositionMerger.merge([entry, later], []).count == 2)
  }

  @Test("entries keep their order, new mentions follow")
  func order() {
    let merged = PositionMerger.merge(
      [position("Fennwick", "Intern", "2015"), position("Quillon Labs", "Engineer", "2018")],
      [position("Brindlewick", "Adviser"), position("Fennwick", "Intern", "2015")])
    #expect(
      Self.lines(merged) == ["Intern, Fennwick", "Engineer, Quillon Labs", "Adviser, Brindlewick"])
  }
}
