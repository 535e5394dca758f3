import KGLexicon
import KGReaders
import Testing

@testable import KGProfiles

@Suite("Entries whose title, authors and venue are separate blocks") struct EntryGroupsTests {
  private static func groups(_ text: String) throws -> (EntryGroups, Outline.Part) {
    let outline = Outline(try DocumentReader.read(Array(text.utf8)))
    let part = try #require(outline.parts.last { !$0.blocks.isEmpty })
    return (EntryGroups(part), part)
  }

  private static func papers(_ groups: EntryGroups) -> [PaperRecord] {
    groups.byAuthors.sorted { $0.key < $1.key }.map(\.value.paper)
  }

  private static let below = """
    ## Publications

    Slow boats on quiet lakes

    Ada Quill, Bo Foe, Cy Dee

    NeurIPS 2021

    Lighthouses that rhyme

    Bo Foe, Ada Quill

    ICML 2020
    """

  @Test("the title is above the authors, the venue below them")
  func venueBelow() throws {
    let papers = Self.papers(try Self.groups(Self.below).0)
    #expect(
      papers.map(\.title.value) == ["Slow boats on quiet lakes", "Lighthouses that rhyme"])
    #expect(papers.map { $0.authors.count } == [3, 2])
    #expect(papers.map(\.venue?.value) == ["NeurIPS", "ICML"])
    #expect(papers.map(\.year?.value) == [2021, 2020])
  }

  @Test("where the first venue is above its title, the others are, too")
  func venueAbove() throws {
    let text = """
      ## Publications

      NeurIPS 2021

      Slow boats on quiet lakes

      Ada Quill, Bo Foe, Cy Dee

      ICML 2020

      Lighthouses that rhyme

      Bo Foe, Ada Quill
      """
    let papers = Self.papers(try Self.groups(text).0)
    #expect(papers.map(\.venue?.value) == ["NeurIPS", "ICML"])
    #expect(papers.map(\.title.value) == ["Slow boats on quiet lakes", "Lighthouses that rhyme"])
  }

  @Test("blocks that describe an entry are parts of it")
  func descriptions() throws {
    let text = Self.below + "\n\nWe show that lighthouses rhyme.\n"
    let (groups, part) = try Self.groups(text)
    #expect(groups.consumed == Set(part.blocks.indices))
  }

  @Test("one list of authors alone may be a line of another layout")
  func single() throws {
    let text = "## Publications\n\nSlow boats on quiet lakes\n\nAda Quill, Bo Foe, Cy Dee\n"
    let (groups, _) = try Self.groups(text)
    #expect(groups.byAuthors.isEmpty)
    #expect(groups.consumed.isEmpty)
  }

  @Test("entries that begin with many authors are no lists of authors below a title")
  func authorsFirst() throws {
    let names = "Ada Quill, Bo Foe, Cy Dee, Di Ems, Ed Fay, Flo Gim, Gus Hol and Ida Jon"
    let groups = try Self.groups(
      """
      ## Publications

      \(names), Counting the slow boats of a quiet northern lake with very few lanterns, PETRA2022

      \(names), Measuring how lighthouses of two villages rhyme when the evening fog comes in, ICML2021
      """
    ).0
    #expect(groups.byAuthors.isEmpty)
    #expect(groups.consumed.isEmpty)
  }

  @Test("a title with its date in a column; authors over two lines; signs before the lines")
  func dateColumn() throws {
    let papers = Self.papers(
      try Self.groups(
        """
        ## Publications

        <table><tr><td>Slow boats on quiet lakes</td><td>04/2021</td></tr></table>

        - \\>> A. Quill, B. Foe, \\
          C. Dee
        - \\>> International Conference on Machine Learning (ICML)

        <table><tr><td>Lighthouses that rhyme</td><td>07/2020</td></tr></table>

        - \\>> B. Foe, A. Quill
        - \\>> NeurIPS
        """
      ).0)
    #expect(
      papers.map(\.title.value) == ["Slow boats on quiet lakes", "Lighthouses that rhyme"])
    #expect(papers.map(\.year?.value) == [2021, 2020])
    #expect(papers.map { $0.authors.count } == [3, 2])
    #expect(papers.first?.authors.first?.value == "A. Quill")
  }
}
