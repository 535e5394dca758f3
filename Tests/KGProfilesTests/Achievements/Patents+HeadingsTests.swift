import KGLexicon
import Testing

@testable import KGProfiles

@Suite("Patents whose titles are headings")
struct PatentsHeadingsTests {
  private func patents(_ text: String) throws -> [String] {
    try ProfileExtractor.extract(Array(text.utf8)).record.patents
      .map { "\($0.title.value) | \($0.number?.value ?? "-") | \($0.year?.value ?? 0)" }
  }

  @Test(
    "The heading is the title, a line with little but a number its number; the rest describes it")
  func headings() throws {
    #expect(
      try patents(
        """
        # Ada Quill

        ## Patents

        ### 1. Gripper With Many Soft Fingers
        [Patent US 10,733,431 B2](https://p.example), 2020

        **It holds eggs and lamps without a sensor.**

        ### 2. Gate That Closes With the Tide
        European Patent EP 3741555

        Sold by two harbors.
        """)
        == [
          "Gripper With Many Soft Fingers | US 10,733,431 B2 | 2020",
          "Gate That Closes With the Tide | EP 3741555 | 0",
        ])
  }

  @Test("A heading without a number below it is a group of patents")
  func groups() throws {
    #expect(
      try patents(
        """
        # Ada Quill

        ## Patents

        ### Granted

        - Gripper with many soft fingers, US 10,733,431 B2, 2020
        """) == ["Gripper with many soft fingers | US 10,733,431 B2 | 2020"])
  }
}
