import KGLexicon
import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("A document split at its headings") struct OutlineTests {
  private static func parts(_ text: String) throws -> [Outline.Part] {
    Outline(try DocumentReader.read(Array(text.utf8))).parts
  }

  @Test("a part has the topic of its heading, or of the nearest one above that has a topic")
  func kinds() throws {
    let parts = try Self.parts(
      "# Ada Quill\n\n## Experience\n\n### Quillon Labs\n\nBoats.\n\n## Awards\n\n### 2020\n\nMedal.\n"
    )
    let kinds = Dictionary(
      parts.map { ($0.heading?.string ?? "", $0.kinds) }, uniquingKeysWith: { first, _ in first })
    #expect(kinds["Experience"] == [.experience])
    #expect(kinds["Quillon Labs"] == [.experience])
    #expect(kinds["2020"] == [.awards])
    #expect(kinds["Ada Quill"] == [])
  }

  @Test("a heading without a topic of its own is the title of an entry")
  func entries() throws {
    let parts = try Self.parts("## Experience\n\n### Quillon Labs\n\nBoats.\n")
    let entry = try #require(parts.last)
    #expect(entry.entryHeading?.string == "Quillon Labs")
    #expect(parts[parts.count - 2].entryHeading == nil)
  }

  @Test("the text before the first heading is a part without one")
  func beginning() throws {
    let first = try #require(try Self.parts("I build boats.\n\n## Awards\n\nMedal, 2020\n").first)
    #expect(first.heading == nil)
    #expect(first.level == 0)
    #expect(first.blocks.map(\.span.string) == ["I build boats."])
  }

  @Test("the title of the page is the topic of what is before its headings")
  func pageTitle() throws {
    let parts = try Self.parts("---\ntitle: Publications\n---\n\nA. Quill. Slow boats. 2020.\n")
    #expect(parts[0].kinds == [.publications])
  }

  @Test("a date above the title of an entry belongs to that entry")
  func dates() throws {
    let parts = try Self.parts(
      "## Experience\n\n2020 – 2022\n\n### Engineer at Quillon Labs\n\nBoats.\n")
    #expect(parts.last?.blocks.map(\.span.string) == ["2020 – 2022", "Boats."])
  }

  @Test("a dated heading on the level of sections is an entry of the section above")
  func datedHeadings() throws {
    let parts = try Self.parts(
      "## Experience\n\n## Quillon Labs\n\n2020 – 2022\n\n## Awards\n\nMedal, 2020\n")
    let entry = try #require(parts.first { $0.heading?.string == "Quillon Labs" })
    #expect(entry.kinds == [.experience])
    #expect(entry.entryHeading != nil)
  }

  @Test("where most sections are on one level, other headings of that level are sections, too")
  func sectionLevel() throws {
    let parts = try Self.parts(
      "## Experience\n\nA\n\n## Education\n\nB\n\n## Awards\n\nC\n\n## Boats\n\nD\n")
    #expect(parts.last?.isSectionHeading == true)
  }

  @Test("bold words of a section's title are a heading, an item of a list of topics is not")
  func boldLines() throws {
    let parts = try Self.parts("# Ada Quill\n\n**Education**\n\nPhD, 2020\n\n**Awards**\n\nMedal\n")
    #expect(parts.compactMap(\.heading?.string) == ["Ada Quill", "Education", "Awards"])
    let list = try Self.parts("# Ada Quill\n\n- Research\n- Boats\n")
    #expect(list.compactMap(\.heading?.string) == ["Ada Quill"])
  }

  @Test("blocks that are left out do not move the asides of the others")
  func removing() throws {
    var part = try #require(try Self.parts("## Awards\n\nA\n\nB\n\nC\n").last)
    part.asides = [2]
    let rest = part.removingBlocks { $0.span.string == "A" }
    #expect(rest.blocks.map(\.span.string) == ["B", "C"])
    #expect(rest.asides == [1])
  }

  /// The blocks below each title of an entry.
  private func blocksByTitle(_ text: String) throws -> [String: [String]] {
    let parts = Outline(try DocumentReader.read(Array(text.utf8))).parts
    return Dictionary(
      uniqueKeysWithValues: parts.compactMap { part in
        part.entryHeading.map { ($0.string, part.blocks.map(\.span.string)) }
      })
  }

  @Test("Where dates stand below the titles, each belongs to the entry above it")
  func datesBelow() throws {
    let found = try blocksByTitle(
      """
      # Ada Quill

      ## Education

      ### Doctorate in Looms

      Quillon University

      2018 - 2021

      ### Bachelor in Looms

      Quillon University

      2015 - 2018
      """)
    #expect(found["Doctorate in Looms"] == ["Quillon University", "2018 - 2021"])
    #expect(found["Bachelor in Looms"] == ["Quillon University", "2015 - 2018"])
  }

  @Test("Where they stand above the titles, each belongs to the entry below it")
  func datesAbove() throws {
    let found = try blocksByTitle(
      """
      # Ada Quill

      ## Education

      2018 - 2021

      ### Doctorate in Looms

      Quillon University

      2015 - 2018

      ### Bachelor in Looms

      Quillon University
      """)
    #expect(found["Doctorate in Looms"] == ["2018 - 2021", "Quillon University"])
    #expect(found["Bachelor in Looms"] == ["2015 - 2018", "Quillon University"])
  }
}
