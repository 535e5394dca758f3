import KGLexicon
import KGReaders
import Testing

@testable import KGProfiles

@Suite("Parts by their content") struct OutlineContentTests {
  private static func parts(_ text: String) throws -> [Outline.Part] {
    Outline(try DocumentReader.read(Array(text.utf8))).partsByContent()
  }

  private static let publications = """
    - **Engines that Think.** Ada Quill, Bo Foe, Cy Dee. *NeurIPS*, 2021.
    - **Engines at Rest.** Bo Foe, Ada Quill. *ICML*, 2020.
    - **A Study of Quiet Engines.** Ada Quill, Cy Dee. *ICLR*, 2019.
    - **Learning to Idle.** Cy Dee, Ada Quill, Dan Eck. *AAAI*, 2018.
    """

  @Test("publications below the list of awards are a part of their own")
  func strangeEntries() throws {
    let parts = try Self.parts(
      """
      ## Honors & Awards

      - Golden Engine Medal, 2021
      - Scholarship of the Quill Foundation, 2019
      - Best Student Prize, 2016

      Work that has appeared

      \(Self.publications)
      """)
    let kinds = parts.filter { !$0.blocks.isEmpty }.map(\.kinds)
    #expect(kinds == [[.awards], [.publications]])
    #expect(parts.last?.blocks.count == 5)
  }

  @Test("a heading that no table knows does not hide what the list below it is")
  func unknownHeading() throws {
    let parts = try Self.parts("## Things I made\n\n\(Self.publications)\n")
    #expect(parts.last?.kinds == [.publications])
  }

  @Test("what the headings say stays where the lines fit it")
  func fittingEntries() throws {
    let parts = try Self.parts("## Publications\n\n\(Self.publications)\n")
    #expect(parts.last?.kinds == [.publications])
    #expect(parts.last?.blocks.count == 4)
    #expect(parts.last?.asides.isEmpty == true)
  }

  @Test("talks, which have a place and a date as positions do, do not become positions")
  func talks() throws {
    let parts = try Self.parts(
      """
      ## Invited talks

      - Quill University, March 2019
      - Foe Institute of Technology, April 2019
      - Dee University, May 2019
      """)
    #expect(parts.last?.kinds == [.talks])
  }

  @Test("a part without lines stays as it is")
  func emptyPart() throws {
    let parts = try Self.parts("## Publications\n")
    #expect(parts.last?.kinds == [.publications])
  }
}
