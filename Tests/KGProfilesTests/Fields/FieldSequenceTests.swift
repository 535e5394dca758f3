import Testing

@testable import KGProfiles

@Suite("Lists of positions and degrees for fitting") struct FieldSequenceTests {
  private static func sequences(_ text: String) throws -> [FieldSequence] {
    FieldSequence.sequences(of: try ProfileExtractor.extract(Array(text.utf8)))
  }

  private static let text = """
    # Ada Quill

    ## Experience

    - Engineer, Google, 2015 – 2018
    - Lecturer, Brindlewick, 2012 – 2014
    """

  @Test("a list is written as it is, with some and with all organizations unknown")
  func copies() throws {
    let found = try Self.sequences(Self.text)
    #expect(found.count == EntryTokens.HiddenOrganizations.allCases.count)
    #expect(Set(found.map { $0.tokens.map(\.text) }).count == 1)
    let known = found.map { list in
      list.tokens.contains { token in
        token.text == "Google" && token.features.contains { $0.hasPrefix("organization=") }
      }
    }
    #expect(known.first == true)
    #expect(known.last == false)
  }

  @Test("tokens name their line in the list, and the list its lines in the document")
  func lines() throws {
    let list = try #require(try Self.sequences(Self.text).first)
    let lecturer = try #require(list.tokens.first { $0.text == "Lecturer" })
    let engineer = try #require(list.tokens.first { $0.text == "Engineer" })
    #expect(lecturer.line == engineer.line + 1)
    #expect(list.lines[lecturer.line] == list.lines[engineer.line] + 1)
  }

  @Test("a document without positions and degrees has no lists")
  func nothing() throws {
    #expect(try Self.sequences("# Ada Quill\n\n## Awards\n\n- Golden Medal, 2014\n").isEmpty)
  }
}
