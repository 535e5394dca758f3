import KGLexicon
import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("Entries of sections about honours") struct AwardsTests {
  /// The awards of a section, as “title, year”.
  private static func awards(_ lines: String) throws -> [String] {
    let text = "## Awards\n\n\(lines)\n"
    var awards = Awards()
    for part in Outline(try DocumentReader.read(Array(text.utf8))).parts where !part.blocks.isEmpty
    {
      awards.read(part)
    }
    return awards.awards.map { $0.title.value + ($0.year.map { ", \($0.value)" } ?? "") }
  }

  @Test(
    "the year stands before or after the title, with any signs",
    arguments: [
      "- Golden Engine Medal, 2014", "- 2014: Golden Engine Medal", "- Golden Engine Medal (2014)",
      "- 2014 | Golden Engine Medal", "- Golden Engine Medal – 2014",
      "- [2014] Golden Engine Medal", "- (2014) Golden Engine Medal",
    ])
  func years(line: String) throws {
    #expect(try Self.awards(line) == ["Golden Engine Medal, 2014"])
  }

  @Test("of several years the first is that of the award")
  func severalYears() throws {
    #expect(try Self.awards("- 国家奖学金，2015、2016 年") == ["国家奖学金, 2015"])
  }

  @Test("a date within the title stays there and is its year")
  func yearsWithin() throws {
    #expect(
      try Self.awards("- Medal of the 2014 Games of Oslo") == [
        "Medal of the 2014 Games of Oslo, 2014"
      ])
  }

  @Test("several awards in one line are separated by their signs")
  func separators() throws {
    #expect(
      try Self.awards("Golden Medal, 2014 ▪ Silver Medal, 2013 ▪ Tin Medal, 2012")
        == ["Golden Medal, 2014", "Silver Medal, 2013", "Tin Medal, 2012"])
  }

  @Test("lines that introduce others, or say nothing, are no awards")
  func remarks() throws {
    #expect(try Self.awards("- During my master's:\n- Tin\n- 2014").isEmpty)
  }

  @Test("an award without a year has none")
  func noYear() throws {
    #expect(try Self.awards("- Golden Engine Medal") == ["Golden Engine Medal"])
  }

  @Test("a bracket that belongs to the title closes")
  func brackets() throws {
    #expect(
      try Self.awards("- Golden Medal (with Bo Foe), 2014") == ["Golden Medal (with Bo Foe), 2014"])
  }

  private func awardsOfDocument(_ text: String) throws -> [String] {
    try ProfileExtractor.extract(Array("# Ada Quill\n\n## Awards\n\n\(text)\n".utf8)).record.awards
      .map { award in award.title.value + (award.year.map { " \($0.value)" } ?? "") }
  }

  @Test("Lines below a bold title say who gave the award; a date above it is its own")
  func detailsBelowTitle() throws {
    #expect(
      try awardsOfDocument(
        """
        2022/05

        **Slow Loom Award**
        Ninth Meeting of the Loom Society
        *Brindlewick*

        2021/03

        **Best Loom Drawing**
        Loom Society
        """) == ["Slow Loom Award 2022", "Best Loom Drawing 2021"])
  }

  @Test("Where each line begins in bold or has a year, each is an award")
  func lines() throws {
    #expect(
      try awardsOfDocument("**Slow Loom Award**\n**Best Loom Drawing**")
        == ["Slow Loom Award", "Best Loom Drawing"])
    #expect(
      try awardsOfDocument("**Slow Loom Award**\nBest Loom Drawing, 2021")
        == ["Slow Loom Award", "Best Loom Drawing 2021"])
  }
}
