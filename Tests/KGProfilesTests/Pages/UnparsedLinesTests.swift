import KGLexicon
import KGModel
import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("Unparsed lines")
struct UnparsedLinesTests {
  private func unread(_ text: String) throws -> [String] {
    try ProfileExtractor.extract(Array(text.utf8)).summary.unparsedLines.map {
      "\($0.place): \($0.words)"
    }
  }

  @Test("A dated line of which nothing was read is reported, in a section about positions")
  func positions() throws {
    let text = """
      # Ada Quill

      ## Experience

      - Research Scientist, Google, 2019 - 2021
        - Led a team of five in 2020
      - 2012 - 2013: an idea whose time had come
      """
    #expect(
      try unread(text) == ["7: 2012 - 2013: an idea whose time had come"])
  }

  @Test("So is a position without a date of which nothing was read")
  func undatedPositions() throws {
    let text = """
      # Ada Quill

      ## Experience

      - **Research Scientist**, Google, Zurich (2019 - 2021)
      - **Research Intern**, Microsoft Research, Leeds (2017 - 2018)
      - **In between: Research Engineer**, Quillon Bell Labs, Dublin
      """
    let record = try ProfileExtractor.extract(Array(text.utf8)).record
    let isRead = record.affiliations.contains { $0.organization.value.contains("Quillon") }
    #expect(
      try isRead
        || unread(text) == ["7: In between: Research Engineer, Quillon Bell Labs, Dublin"])
  }

  @Test("Entries that were read, their descriptions, remarks and other sections are not reported")
  func nothing() throws {
    let text = """
      # Ada Quill

      ## Education

      - Ph.D. in Physics, Stanford University, 2015 - 2019
        - Thesis on birds, defended in 2019

      ## Publications

      - Ada Quill, Bo Reed. Counting birds with care. NeurIPS, 2020.
      - See my page for more.

      ## Hobbies

      - Chess club champion, 2012
      """
    #expect(try unread(text).isEmpty)
  }

  @Test("Unparsed lines are in the order of their places")
  func order() throws {
    let text = """
      # Ada Quill

      ## Patents

      - Boiler, 2011, with a very small text
      - An apparatus for counting many birds. CN201710124025.7

      ## Experience

      - 2012 - 2013: an idea whose time had come
      """
    #expect(try unread(text).map { $0.prefix { $0 != ":" } } == ["5", "6", "10"])
  }
}
