import KGLexicon
import KGText
import Testing

@testable import KGProfiles

@Suite("Agreement of both readings of a list")
struct ReadingAgreementTests {
  private static func paper(_ entry: String) throws -> PaperRecord {
    try #require(PublicationEntry.byRules(SourceText(plain: entry).whole))
  }

  @Test("A form is settled after four entries in a row that were read alike")
  func settled() throws {
    var agreement = ReadingAgreement()
    let paper = try Self.paper("Slow mills in the wind. CVPR, 2021.")
    let form = EntryForm(paper)
    for _ in 0..<3 { agreement.note(form, paper, fitted: paper, chosen: paper) }
    #expect(!agreement.isSettled(form))
    var other = paper
    other.year = nil
    agreement.note(form, paper, fitted: other, chosen: other)
    for _ in 0..<3 { agreement.note(form, paper, fitted: paper, chosen: paper) }
    #expect(!agreement.isSettled(form))
    agreement.note(form, paper, fitted: paper, chosen: paper)
    #expect(agreement.isSettled(form))
    #expect(
      try !agreement.isSettled(EntryForm(Self.paper("A. Quill. Slow mills. CVPR, 2021."))))
  }

  @Test("A form whose titles differ is not settled, whichever is chosen")
  func titles() throws {
    var agreement = ReadingAgreement()
    let paper = try Self.paper("Slow mills in the wind. CVPR, 2021.")
    let other = try Self.paper("Slow mills. CVPR, 2021.")
    for _ in 0..<9 { agreement.note(EntryForm(paper), paper, fitted: other, chosen: paper) }
    #expect(!agreement.isSettled(EntryForm(paper)))
    agreement.note(EntryForm(paper), paper, fitted: nil, chosen: paper)
    #expect(!agreement.isSettled(EntryForm(paper)))
  }

  @Test("A form with an uncertain venue is never settled")
  func uncertain() throws {
    var agreement = ReadingAgreement()
    let paper = try Self.paper("A. Quill, B. Foe. Slow mills in the wind. Dry Mills, 2021.")
    for _ in 0..<9 { agreement.note(EntryForm(paper), paper, fitted: paper, chosen: paper) }
    #expect(!agreement.isSettled(EntryForm(paper)))
  }
}
