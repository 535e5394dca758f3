import KGText
import Testing

@testable import KGProfiles

@Suite("Lines that are the header of an entry") struct CareerLinesTests {
  private func span(_ text: String) -> Span { SourceText(plain: text).whole }

  private func heads(_ text: String, isDetail: Bool = false) -> [[String]] {
    Career().entryHeads(of: span(text), isDetail: isDetail).map { $0.map(\.string) }
  }

  @Test(
    "a date belongs to an entry at the edge of its line, or before its place and a sentence",
    arguments: [
      ("2019 – 2021, Quill Mills", true), ("Quill Mills (2019 – 2021)", true),
      ("奎隆大学（2015.9–2019.6）", true),
      ("Weaver at Quill Mills, 2020–2021, Ellmoor. Built looms.", true),
      ("PhD in Looms, 2021 – 2026 (expected)", true), ("博士 2021 – 2026 预计毕业", true),
      ("The looms of 2019 were built at the mill", false), ("该织机于2019年在磨坊建成", false),
      ("Quill Mills", false), ("", false),
    ])
  func edges(text: String, isAtEdge: Bool) {
    #expect(Career.startsOrEndsWithDate(span(text)) == isAtEdge)
  }

  @Test(
    "the first entry shows whether the dated line begins or ends each one")
  func heads() {
    #expect(
      heads("2019 – 2021 Quill University\nLecturer\n2016 – 2019 Foe University\nEngineer")
        == [
          ["2019 – 2021 Quill University", "Lecturer"], ["2016 – 2019 Foe University", "Engineer"],
        ])
    #expect(
      heads("Lecturer\nQuill University, 2019 – 2021\nEngineer\nFoe University, 2016 – 2019")
        == [
          ["Lecturer", "Quill University, 2019 – 2021"],
          ["Engineer", "Foe University, 2016 – 2019"],
        ])
  }

  @Test("dated lines of several words each are entries of their own; a list marker is none of them")
  func datedLines() {
    #expect(
      heads("- Lecturer, Quill University, 2019 – 2021\n- Engineer, Foe University, 2016 – 2019")
        == [["Lecturer, Quill University, 2019 – 2021"], ["Engineer, Foe University, 2016 – 2019"]])
  }

  @Test("lines below the dated one count while they add a role, a degree or an organization")
  func linesBelow() {
    #expect(
      heads("2019 – 2021\nLecturer\nQuill University\nBuilt looms with great care\nEngineer")
        == [["2019 – 2021", "Lecturer", "Quill University"]])
  }

  @Test("text without a date, or with one inside an item, is no header")
  func noHeads() {
    #expect(heads("Lecturer\nQuill University").isEmpty)
    #expect(heads("").isEmpty)
    #expect(heads("Built the looms of 2019 for the mill", isDetail: true).isEmpty)
  }

  @Test("roles with dates in brackets are successive positions, one alone is not")
  func successivePositions() {
    let found = { (text: String) in
      Career.successivePositions(in: span(text))?.map(\.string)
    }
    #expect(
      found("Professor (2015–), Lecturer (2010–2015)")
        == ["Professor (2015–)", "Lecturer (2010–2015)"])
    #expect(found("教授（2015–2020），讲师（2010–2015）")?.count == 2)
    #expect(found("Professor (2015–)") == nil)
    #expect(found("Professor (2015–), Quill Mills (2010–2015)") == nil)
    #expect(found("Professor (looms), Lecturer (mills)") == nil)
  }

  @Test("a role may be at an employer, unless it has a date or an organization of its own")
  func roles() {
    let isRole = { Career.isRole(span($0), at: span("Quill University")) }
    #expect(isRole("Adjunct Professor, School of Tides"))
    #expect(!isRole("Adjunct Professor, 2019 – 2021"))
    #expect(!isRole("the lecturer was happy, too"))
    #expect(!isRole("School of Tides"))
    #expect(!isRole(""))
  }

  @Test("details of an item are the deeper items below it, of a title the short paragraphs")
  func details() {
    let item = { (text: String, depth: Int) in
      Block(.listItem(depth: depth, ordered: false), SourceText(plain: text))
    }
    let items = [item("Lecturer, 2019", 1), item("Quill University", 2), item("Engineer, 2016", 1)]
    #expect(Career().details(below: 0, in: items).map(\.string) == ["Quill University"])
    let paragraphs = ["Lecturer", "Quill University", "Built looms."].map {
      Block(.paragraph, SourceText(plain: $0))
    }
    #expect(Career().details(below: 0, in: paragraphs).map(\.string) == ["Quill University"])
    #expect(Career().details(below: 2, in: paragraphs).isEmpty)
  }

  @Test("a heading adds what the entry lacks, and its role or unit only where the entry has none")
  func headings() {
    let adds = { (heading: String, line: String) in
      Career().headingAddsInformation(span(heading), [span(line)], for: .employment)
    }
    #expect(adds("Quill University", "Lecturer, 2019 – 2021"))
    #expect(adds("Looms and mills", "Lecturer, 2019 – 2021"))
    #expect(!adds("Looms and mills", "Lecturer, Quill University, 2019 – 2021"))
  }

  @Test("the block below an entry may be its role or degree, where the entry has none")
  func roleBelow() {
    let below = { (entry: String, text: String, kind: EntryKind) in
      Career().trailingRoleOrDegree(
        of: [span(entry)], for: kind, in: Block(.paragraph, SourceText(plain: text)))?.string
    }
    let entry = "Quill University, 2019 – 2021"
    #expect(below(entry, "Senior Lecturer", .employment) == "Senior Lecturer")
    #expect(below("奎隆大学 2019 – 2021", "讲师", .employment) == "讲师")
    #expect(below(entry, "Master of Science, Looms", .education) == "Master of Science")
    #expect(below(entry, "worked as a lecturer", .employment) == nil)
    #expect(below(entry, "Lecturer, 2015", .employment) == nil)
    #expect(below("Engineer, " + entry, "Senior Lecturer", .employment) == nil)
    #expect(below("2019 – 2021", "Senior Lecturer", .employment) == nil)
  }

  @Test("the first organization above or below an entry decides for the section")
  func neighbours() {
    let (head, line) = (span("Lecturer, 2019 – 2021"), span("Quill University"))
    var follow: Bool?
    let career = Career()
    func lines(_ head: Span, above: [Span], below: [Span]) -> [String] {
      career.linesWithNeighbours([head], for: .employment, above: above, below: below, &follow)
        .map(\.string)
    }
    #expect(lines(head, above: [], below: [line]) == ["Lecturer, 2019 – 2021", "Quill University"])
    #expect(follow == true)
    // What stands above the next entry belongs to the one before.
    let next = span("Engineer, 2016 – 2019")
    let foe = span("Foe University")
    #expect(
      lines(next, above: [line], below: [foe]) == ["Engineer, 2016 – 2019", "Foe University"])
    let whole = span("Engineer, Foe University, 2016 – 2019")
    #expect(lines(whole, above: [line], below: [line]) == [whole.string])
  }
}
