import KGLexicon
import KGText
import Testing

@testable import KGProfiles

@Suite("Form of an entry")
struct EntryFormTests {
  private func form(_ entry: String) throws -> EntryForm {
    EntryForm(try #require(PublicationEntry.byRules(SourceText(plain: entry).whole)))
  }

  @Test("A venue is of the table, has words of venues, or is uncertain")
  func venues() throws {
    let known = try form("A. Quill, B. Foe. Slow mills in the wind. CVPR, 2021.")
    #expect(known.isKnown && known.isWhole && known.isReference)
    let words = try form("A. Quill, B. Foe. Slow mills in the wind. Journal of Dry Mills, 2021.")
    #expect(!words.isKnown && words.isWhole && words.hasCertainVenue)
    let uncertain = try form("A. Quill, B. Foe. Slow mills in the wind. Dry Mills, 2021.")
    #expect(!uncertain.isWhole && !uncertain.hasCertainVenue && uncertain.isReference)
  }

  @Test("Entries with the same fields have the same form")
  func equality() throws {
    let one = try form("Slow mills in the wind. CVPR, 2021.")
    #expect(try one == form("Quiet looms by the river. ICCV, 2019."))
    #expect(try one != form("A. Quill, B. Foe. Quiet looms by the river. ICCV, 2019."))
  }
}
