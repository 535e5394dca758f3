import KGReaders
import KGLexicon
import KGText
import Testing

@testable import KGProfiles

@Suite("Lines that may hold positions and degrees")
struct EntryListTests {
  private func list(_ text: String) throws -> EntryList? {
    Outline(try DocumentReader.read(Array(text.utf8))).partsByContent().compactMap(EntryList.init)
      .first
  }

  @Test("short lines and those with dates, roles or organizations, but no prose")
  func lines() throws {
    let prose = String(repeating: "We built an engine that does not move at all. ", count: 8)
    let list = try #require(
      try list("## Experience\n\n- Engineer, Quillon University, 2019 – 2021\n\n\(prose)\n"))
    #expect(list.lines.count == 1)
  }

  @Test("the words about advisers are apart")
  func advisers() throws {
    let list = try #require(
      try list("## Education\n\n- PhD, Quillon University, 2019. Advisor: Ada Marrow\n"))
    #expect(list.lines[0].span.first(of: "marrow") == nil)
    #expect(list.lines[0].advisers.flatMap(\.names).map(\.value) == ["Ada Marrow"])
  }

  @Test("a section about something else has none")
  func otherSections() throws {
    #expect(try list("## Teaching\n\n- Engines, Quillon University, 2019\n") == nil)
  }
}
