import KGLexicon
import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("Lines of a document") struct AnnotatedLineTests {
  private static func lines(_ text: String) throws -> [AnnotatedLine] {
    AnnotatedLine.lines(of: Outline(try DocumentReader.read(Array(text.utf8))))
  }

  @Test("headings are lines, too; each line has its part, its block and its place in it")
  func places() throws {
    let lines = try Self.lines("# Ada Quill\n\n## Awards\n\nFirst\\\nSecond\n\n- Third\n")
    #expect(lines.map(\.span.string) == ["Ada Quill", "Awards", "First", "Second", "Third"])
    #expect(lines.map(\.place.block) == [-1, -1, 0, 0, 1])
    #expect(lines.map(\.place.index) == [0, 0, 0, 1, 0])
    #expect(lines.map(\.isHeading) == [true, true, false, false, false])
    #expect(lines[2].place.section == [.awards])
  }

  @Test("the number before an entry is no part of its text")
  func markers() throws {
    let lines = try Self.lines("## Publications\n\n[3] Engines that Think. 2020.\n")
    #expect(lines[1].span.string == "Engines that Think. 2020.")
    #expect(lines[1].hasMarker)
    #expect(!lines[0].hasMarker)
  }

  @Test("a document without text has no lines")
  func noLines() {
    #expect(AnnotatedLine.lines(of: Outline(Document(kind: .markdown, blocks: []))).isEmpty)
  }
}
