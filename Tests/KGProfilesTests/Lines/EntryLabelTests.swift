import KGLexicon
import Testing

@testable import KGProfiles

@Suite("Kinds of entries that lines belong to") struct EntryLabelTests {
  @Test(
    "an entry fits sections about its subject",
    arguments: [
      (EntryLabel.paper, SectionKind.publications), (.patent, .patents), (.award, .awards),
      (.project, .projects), (.position, .experience), (.degree, .education),
    ])
  func fits(label: EntryLabel, kind: SectionKind) {
    #expect(label.fits([kind]))
    #expect(label.fits([.other, kind]))
    #expect(!label.fits([.talks]))
    #expect(!label.fits([]))
  }

  @Test("positions and degrees share their sections, the others do not")
  func careers() {
    #expect(EntryLabel.position.fits([.education]))
    #expect(EntryLabel.degree.fits([.about]))
    #expect(!EntryLabel.award.fits([.education]))
    #expect(!EntryLabel.paper.fits([.projects]))
  }

  @Test("an entry in a section of something else becomes one in a section where it fits")
  func sections() {
    for label in EntryLabel.allCases { #expect(label.fits([label.section]), "\(label)") }
  }

  @Test("papers and patents have a form of their own")
  func forms() {
    #expect(EntryLabel.allCases.filter(\.isUnmistakable) == [.paper, .patent])
  }
}
