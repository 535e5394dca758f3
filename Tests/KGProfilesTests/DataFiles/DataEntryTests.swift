import KGLexicon
import KGModel
import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("Entries of data files") struct DataEntryTests {
  private static func node(_ yaml: String) throws -> DataNode {
    try #require(try YAMLReader.read(Array(yaml.utf8)).items.first)
  }

  private static func entry(_ yaml: String) throws -> DataEntry { DataEntry(try node(yaml)) }

  private static func date(_ year: Int, _ month: Int? = nil) -> PartialDate? {
    PartialDate(year: year, month: month)
  }

  @Test("a part has the organization of its whole, unless it states one, and not its role")
  func wholes() throws {
    let whole = try Self.entry("- {company: Google, position: Director}\n")
    let part = DataEntry(try Self.node("- {position: Engineer}\n"), partOf: whole)
    #expect(part.organization?.string == "Google")
    #expect(part.span(.role)?.string == "Engineer")
    let other = DataEntry(try Self.node("- {company: Arm}\n"), partOf: whole)
    #expect(other.organization?.string == "Arm")
    #expect(other.span(.role) == nil)
  }

  @Test(
    "an entry is about what its fields are",
    arguments: [
      ("- {institution: Quillon University, degree: PhD}", SectionKind.education),
      ("- {company: Google, position: Engineer}", .experience),
      ("- {title: Slow boats on quiet lakes, authors: [Ada Quill, Bo Foe]}", .publications),
      ("- {title: Slow boats on quiet lakes, venue: ICML}", .publications),
      ("- {title: Boats, venue: ICML}", nil), ("- {position: Engineer}", nil),
    ])
  func kinds(yaml: String, kind: SectionKind?) throws {
    #expect(try Self.entry(yaml).kind == kind)
  }

  @Test("the interval is in one text or in two")
  func intervals() throws {
    let two = try Self.entry("- {start: 2016-03, end: 2018-05}\n").interval(isEducation: false)
    #expect(
      two?.value.interval == Interval(start: Self.date(2016, 3), end: .closed(Self.date(2018, 5))))
    let one = try Self.entry("- {date: 2016 – 2018}\n").interval(isEducation: false)
    #expect(one?.value.interval == Interval(start: Self.date(2016), end: .closed(Self.date(2018))))
    let open = try Self.entry("- {start: 2016, end: present}\n").interval(isEducation: false)
    #expect(
      open?.value.interval == Interval(start: Self.date(2016), end: .open(lastConfirmed: nil)))
    let unclear = try Self.entry("- {start: 2016, end: when the boat sank}\n")
    #expect(
      unclear.interval(isEducation: false)?.value.interval
        == Interval(start: Self.date(2016), end: .unknown)
    )
    #expect(try Self.entry("- {company: Google}\n").interval(isEducation: false) == nil)
  }

  @Test("the single date of a degree is when it was awarded")
  func degrees() throws {
    let entry = try Self.entry("- {date: 2018}\n")
    #expect(
      entry.interval(isEducation: true)?.value.interval
        == Interval(start: nil, end: .closed(Self.date(2018))))
    #expect(entry.interval(isEducation: false)?.value.start == Self.date(2018))
  }

  @Test("a key says whether a position continues")
  func current() throws {
    let ended = try Self.entry("- {start: 2016, current: false}\n").interval(isEducation: false)
    #expect(ended?.value.end == .unknown)
    let open = try Self.entry("- {start: 2016, current: true}\n").interval(isEducation: false)
    #expect(open?.value.isOpen == true)
  }

  @Test("authors are a list or one text, of maps their names")
  func authors() throws {
    for yaml in [
      "- {authors: [Ada Quill, Bo Foe]}", "- {authors: \"Ada Quill, Bo Foe\"}",
      "- {authors: [{name: Ada Quill}, {name: Bo Foe}]}",
    ] {
      #expect(try Self.entry(yaml).authors.map(\.value) == ["Ada Quill", "Bo Foe"], "\(yaml)")
    }
    #expect(try Self.entry("- {title: Boats}").authors.isEmpty)
  }

  @Test("a place is the organization of a role or a degree, unless it is a town")
  func places() throws {
    #expect(
      try Self.entry("- {position: Engineer, location: Quillon Labs}").organization?.string
        == "Quillon Labs")
    #expect(try Self.entry("- {position: Engineer, location: Berlin}").organization == nil)
    #expect(try Self.entry("- {location: Quillon Labs}").organization == nil)
  }
}
