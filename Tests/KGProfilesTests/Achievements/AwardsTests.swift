import KGLexicon
import KGText
import Testing

@testable import KGProfiles

@Suite("Awards")
struct AwardsTests {
  private func awards(_ text: String) throws -> [String] {
    try ProfileExtractor.extract(Array("# Ada Quill\n\n## Awards\n\n\(text)\n".utf8)).record.awards
      .map { award in award.title.value + (award.year.map { " \($0.value)" } ?? "") }
  }

  @Test("Lines below a bold title say who gave the award; a date above it is its own")
  func detailsBelowTitle() throws {
    #expect(
      try awards(
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
      try awards("**Slow Loom Award**\n**Best Loom Drawing**")
        == ["Slow Loom Award", "Best Loom Drawing"])
    #expect(
      try awards("**Slow Loom Award**\nBest Loom Drawing, 2021")
        == ["Slow Loom Award", "Best Loom Drawing 2021"])
  }
}
