import Testing

@testable import KGProfiles

@Suite("Lines of a document for fitting") struct LineSequenceTests {
  private static func lines(_ text: String) throws -> [LineSequence.Line] {
    LineSequence(try ProfileExtractor.extract(Array(text.utf8))).lines
  }

  @Test("each line has its text and the section that it is in")
  func texts() throws {
    let lines = try Self.lines("# Ada Quill\n\n## Awards\n\n- Golden Engine Medal, 2014\n")
    #expect(lines.map(\.text) == ["Ada Quill", "Awards", "Golden Engine Medal, 2014"])
    #expect(lines.map(\.isHeading) == [true, true, false])
    #expect(lines.last?.section == ["awards"])
  }

  @Test("lines of one block share its number, which counts over the whole document")
  func blocks() throws {
    let lines = try Self.lines(
      "## Awards\n\nFirst prize, 2014\nSecond prize, 2013\n\nThird, 2012\n")
    let numbers = lines.map(\.block)
    #expect(numbers[1] == numbers[2])
    #expect(numbers[3] == numbers[2] + 1)
    #expect(numbers[1] == numbers[0] + 1)
  }

  @Test("features are those that the model sees, as text")
  func features() throws {
    let lines = try Self.lines("## Awards\n\n- Golden Engine Medal, 2014\n")
    #expect(lines[1].features.contains("section=awards"))
    #expect(lines[1].features.contains("ends date"))
    #expect(!lines[0].features.contains("ends date"))
  }
}
