import KGText
import Testing

@testable import KGProfiles

@Suite("Pieces of a header line") struct EntryHeaderPiecesTests {
  private static func pieces(_ text: String, _ kind: EntryKind = .employment) -> [String] {
    EntryHeader.pieces(of: SourceText(plain: text).whole, for: kind).map(\.string)
  }

  @Test(
    "commas, bars, gaps and cells separate, and brackets keep together what is in them",
    arguments: [
      ("Engineer, Quillon Labs", ["Engineer", "Quillon Labs"]),
      ("Engineer | Quillon Labs | Oslo", ["Engineer", "Quillon Labs", "Oslo"]),
      ("Engineer\tQuillon Labs", ["Engineer", "Quillon Labs"]),
      ("Quillon Labs     Engineer", ["Quillon Labs", "Engineer"]),
      ("Engineer (tides, waves), Quillon Labs", ["Engineer (tides, waves)", "Quillon Labs"]),
    ])
  func separators(text: String, pieces: [String]) {
    #expect(Self.pieces(text) == pieces)
  }

  @Test("a hyphen separates between spaces, and within a word it does not")
  func hyphens() {
    #expect(Self.pieces("Engineer - Quillon Labs") == ["Engineer", "Quillon Labs"])
    #expect(Self.pieces("Post-doc, Aix-Marseille") == ["Post-doc", "Aix-Marseille"])
  }

  @Test("a hyphen after a university separates a unit, and not the town in its name")
  func towns() {
    #expect(
      Self.pieces("University of Marshland Quillon-Brindle")
        == ["University of Marshland Quillon-Brindle"])
    #expect(
      Self.pieces("Tesserine Academy-Autonomous Boats Group")
        == ["Tesserine Academy", "Autonomous Boats Group"])
  }

  @Test("forms of companies belong to their names")
  func companies() {
    #expect(Self.pieces("Quillon Co., Ltd., Engineer") == ["Quillon Co., Ltd.", "Engineer"])
    #expect(Self.pieces("Quillon, Inc.") == ["Quillon, Inc."])
  }

  @Test("what is at a place is apart from it, where a role is before “at”")
  func at() {
    #expect(Self.pieces("Engineer at Quillon Labs") == ["Engineer", "Quillon Labs"])
    #expect(Self.pieces("Engineer @ Quillon Labs") == ["Engineer", "Quillon Labs"])
    #expect(Self.pieces("Lights at Sea") == ["Lights at Sea"])
  }

  @Test("in Chinese a single space separates, but not within a role of two words in Korean")
  func spaces() {
    #expect(Self.pieces("奎隆科技 研究员") == ["奎隆科技", "研究员"])
    #expect(Self.pieces("연구 인턴") == ["연구 인턴"])
  }

  @Test("an enumeration is one name where its last part says what it is")
  func enumerations() {
    #expect(
      Self.pieces("Engineer, Institute of Tides, Waves, and Winds").first == "Engineer")
    #expect(
      Self.pieces("National Tide, Wave, and Wind Institute")
        == ["National Tide, Wave, and Wind Institute"])
  }

  @Test("a dot between Han characters is part of a foreign name")
  func dots() {
    #expect(Self.pieces("约翰斯·奎隆大学") == ["约翰斯·奎隆大学"])
    #expect(Self.pieces("奎隆大学·研究员") == ["奎隆大学", "研究员"])
  }

  @Test("a bracket that does not close and a preposition at the end are left out")
  func openEnds() {
    #expect(Self.pieces("Quillon Lab (") == ["Quillon Lab"])
    #expect(
      EntryHeader.withoutOpenEnd(SourceText(plain: "Quillon Lab at").whole).string == "Quillon Lab")
  }

  @Test("the stop of an abbreviation stays, that of a sentence does not")
  func stops() {
    #expect(Self.pieces("Ph.D., Quillon Labs.", .education) == ["Ph.D.", "Quillon Labs"])
  }
}
