import Foundation
import KGModel
import Testing

@testable import KGLexicon

/// Rows whose meaning the program does not know are left out without a word, so that a misspelt one would never show.
@Suite("Meanings of words") struct WordKindsTests {
  private func meanings(_ table: String) throws -> Set<String> {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources/KGLexicon/Data/\(table).tsv")
    return Set(TabSeparatedTable(Array(try Data(contentsOf: file))).rows.map { $0.cell(0) })
  }

  @Test("each subject of a section has titles, and each row of titles a subject")
  func sections() throws {
    #expect(
      try meanings("sections").subtracting(["remark"]) == Set(SectionKind.allCases.map(\.rawValue)))
  }

  @Test("each thing that a line may be about has words, and each row of words is about one")
  func cues() throws {
    let numbers: Set<String> = ["patentNumber", "applicationNumber"]
    #expect(try meanings("cue-words").subtracting(numbers) == Set(LineCue.allCases.map(\.rawValue)))
  }

  @Test("each note on authors has phrases, and each row of phrases a note")
  func notes() throws {
    #expect(try meanings("author-notes") == Set(AuthorNote.allCases.map(\.rawValue)))
  }

  @Test("the program knows the meaning of each row of the other tables")
  func others() throws {
    func unknown(_ table: String, but others: Set<String> = [], _ isKnown: (String) -> Bool) throws
      -> [String]
    {
      let meanings = try meanings(table)
      #expect(meanings.count > 1)
      return meanings.subtracting(others).filter { !isKnown($0) }
    }
    #expect(try unknown("roles") { MembershipKind(rawValue: $0) != nil } == [])
    #expect(try unknown("degrees") { DegreeLevel(rawValue: $0) != nil } == [])
    #expect(try unknown("adviser-words") { AdviserWord(rawValue: $0) != nil } == [])
    #expect(try unknown("entry-words") { EntryWord(rawValue: $0) != nil } == [])
    #expect(try unknown("biography-words") { BiographyWord(rawValue: $0) != nil } == [])
    #expect(
      try unknown(
        "organization-words", but: ["companyForm", "englishInstitution", "center", "saint"]
      ) {
        OrganizationLevel(rawValue: $0) != nil
      } == [])
    #expect(
      try unknown("data-keys", but: ["since", "current", "language"]) {
        DataField(rawValue: $0) != nil
      } == [])
  }
}
