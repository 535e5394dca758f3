import KGLexicon
import KGModel
import KGText
import Testing

@testable import KGProfiles

@Suite("Headers of positions and degrees") struct EntryHeaderTests {
  /// A header whose fields are marked: `⟦role:Engineer⟧, ⟦organization:Quillon Labs⟧`.
  struct Marked: Sendable, CustomTestStringConvertible {
    let text: String
    let fields: [String]

    init(_ marked: String) {
      var (text, rest, fields) = ("", marked[...], [String]())
      while let start = rest.firstIndex(of: "⟦"), let end = rest.firstIndex(of: "⟧") {
        let field = rest[rest.index(after: start)..<end]
        fields.append(String(field))
        text += rest[..<start] + field.drop { $0 != ":" }.dropFirst()
        rest = rest[rest.index(after: end)...]
      }
      self.text = text + rest
      self.fields = fields.sorted()
    }

    var testDescription: String { text }

    func found(_ kind: EntryKind) -> [String] {
      let lines = SourceText(plain: text).whole.lines
      let header = EntryHeader(lines, for: kind)
      let fields: [(String, Span?)] = [
        ("organization", header.organization?.span), ("unit", header.unit?.span),
        ("role", header.role?.span), ("degree", header.degree?.span),
        ("field", header.field?.span), ("interval", header.interval?.span),
      ]
      return fields.compactMap { name, span in span.map { "\(name):\($0.string)" } }.sorted()
    }
  }

  @Test(
    "a position is read in any order and with any separators",
    arguments: [
      Marked(
        "⟦role:Research Intern⟧, ⟦organization:Tesserine Laboratories⟧, ⟦interval:2019 – 2020⟧"),
      Marked("⟦interval:2019 – 2020⟧ | ⟦organization:Tesserine University⟧ | ⟦role:Lecturer⟧"),
      Marked(
        "⟦role:Software Engineer⟧ at ⟦organization:Tesserine University⟧ (⟦interval:2019 – 2020⟧)"),
      Marked("⟦organization:Tesserine University⟧\t⟦role:Lecturer⟧\t⟦interval:2019 – 2020⟧"),
      Marked("⟦organization:Tesserine University⟧\n⟦role:Lecturer⟧\n⟦interval:2019 – 2020⟧"),
      Marked("⟦interval:2019.03 - 2020.05⟧ ⟦organization:奎隆大学⟧ ⟦unit:信息学院⟧ ⟦role:讲师⟧"),
    ])
  func positions(marked: Marked) {
    #expect(marked.found(.employment) == marked.fields)
  }

  @Test(
    "a degree has its field, which is no unit",
    arguments: [
      Marked(
        "⟦degree:PhD⟧ in ⟦field:Oceanography⟧, ⟦organization:Tesserine University⟧, ⟦interval:2014 – 2018⟧"
      ),
      Marked(
        "⟦organization:Tesserine University⟧, ⟦unit:Department of Tides⟧, ⟦degree:Master of Science⟧ in ⟦field:Geology⟧"
      ),
      Marked("⟦interval:2014.09 - 2018.06⟧ ⟦organization:奎隆大学⟧ ⟦field:海洋科学⟧ ⟦degree:博士⟧"),
    ])
  func degrees(marked: Marked) {
    #expect(marked.found(.education) == marked.fields)
  }

  @Test("towns and their countries are no fields")
  func towns() {
    let marked = Marked(
      "⟦role:Lecturer⟧, ⟦organization:Tesserine University⟧, Mumbai, India, ⟦interval:2019 – 2020⟧")
    #expect(marked.found(.employment) == marked.fields)
  }

  @Test("the whole of two organizations is the organization, whichever comes first")
  func wholes() {
    for text in [
      "Institute of Tides, Tesserine University, Lecturer",
      "Tesserine University, Institute of Tides, Lecturer",
    ] {
      let header = EntryHeader(SourceText(plain: text).whole.lines, for: .employment)
      #expect(header.organization?.value == "Tesserine University", "\(text)")
      #expect(header.unit?.value == "Institute of Tides", "\(text)")
    }
  }

  @Test(
    "what follows the role is its team, if the organization is in another line and it cannot be a town",
    arguments: [
      ("Engineer, Slow Looms\nTesserine Laboratories", "Slow Looms"),
      ("Engineer, Millbrook\nTesserine Laboratories", nil),
      ("Engineer, Slow Looms, Tesserine Laboratories", nil),
      ("Engineer | Slow Looms\nTesserine Laboratories", nil),
      ("Engineer, Full-time\nTesserine Laboratories", nil),
      ("Engineer, Part Time\n  Tesserine Laboratories", nil),
    ])
  func teams(text: String, team: String?) {
    let header = EntryHeader(SourceText(plain: text).whole.lines, for: .employment)
    #expect(header.organization?.value == "Tesserine Laboratories")
    #expect(header.unit?.value == team)
    #expect(header.unit.map { $0.rule == .entryTeam } ?? true)
  }

  @Test(
    "of two names that nothing shows to be organizations the second is one only before a known town",
    arguments: [
      ("Engineer, Slow Looms\nDry Mills | Seattle, WA, 2019 – 2021", "Dry Mills", "Slow Looms"),
      ("Engineer, Dry Mills\nEllmoor | 2019 – 2021", "Dry Mills", "Ellmoor"),
      ("Engineer, Dry Mills\nNew Ellmoor, WA, 2019 – 2021", "Dry Mills", "New Ellmoor"),
    ])
  func companies(text: String, organization: String, unit: String?) {
    let header = EntryHeader(SourceText(plain: text).whole.lines, for: .employment)
    #expect(header.organization?.value == organization)
    if organization == "Dry Mills", text.contains("Slow Looms") {
      #expect(header.unit?.value == unit)
    }
  }

  @Test("a team may stand in another block than its organization")
  func blocks() {
    let lines = ["Engineer, Slow Looms", "Tesserine Laboratories"].map {
      SourceText(plain: $0).whole
    }
    #expect(EntryHeader(lines, for: .employment).unit?.value == "Slow Looms")
  }

  @Test("a name that nothing shows to be an organization is one beside a role or a period")
  func byPlace() {
    let header = EntryHeader(
      SourceText(plain: "Brindlewick, Engineer, 2019 – 2020").whole.lines, for: .employment)
    #expect(header.organization?.value == "Brindlewick")
    #expect(header.organization?.rule == .entryOrganizationByPlace)
    let alone = EntryHeader(SourceText(plain: "Brindlewick, 2019").whole.lines, for: .employment)
    #expect(alone.organization == nil)
    #expect(alone.title?.value == "Brindlewick")
  }

  @Test("words in small letters are no name")
  func smallLetters() {
    let header = EntryHeader(
      SourceText(plain: "on the way home, 2019 – 2020").whole.lines, for: .employment)
    #expect(header.organization == nil)
  }

  @Test("the first of several dates is that of the entry")
  func dates() {
    let header = EntryHeader(
      SourceText(plain: "Lecturer, 2019 – 2020\nTesserine University, 2012").whole.lines,
      for: .employment)
    #expect(header.interval?.value.start?.year == 2019)
  }

  @Test("several units are one value, in the order of the text")
  func units() throws {
    let text = SourceText(plain: "Optics Group, Department of Tides").whole
    let units = text.split { $0 == "," }
    #expect(EntryHeader.joined(units)?.value == "Optics Group, Department of Tides")
    #expect(EntryHeader.joined(units)?.span.string == text.string)
    #expect(EntryHeader.joined([]) == nil)
  }

  @Test("a line of nothing but a name has no header")
  func nothing() {
    #expect(EntryHeader(SourceText(plain: "Brindlewick").whole.lines, for: .employment).isEmpty)
    #expect(EntryHeader([], for: .education).isEmpty)
  }
}
