import KGText
import Testing

@testable import KGLexicon

@Suite("Keys of data files")
struct DataKeysTests {
  private let keys = Lexicon.shared.dataKeys

  @Test(
    "A key is compared without case and separators; a key of several fields is less certain of each"
  )
  func wholeKeys() {
    #expect(keys.certainty(of: "start-Date")[.start] == 1)
    #expect(keys.certainty(of: "期刊")[.venue] == 1)
    let title = keys.certainty(of: "title")
    #expect(title[.title] == 1)
    #expect((title[.role] ?? 0) < 1)
    #expect(keys.certainty(of: "colour").isEmpty)
  }

  @Test("The language and the number that a key ends with do not count")
  func languages() {
    #expect(keys.certainty(of: "title_zh")[.title] == 1)
    #expect(keys.certainty(of: "employer_zh_cn")[.organization] == 1)
    #expect(keys.certainty(of: "position2")[.role] == 1)
    #expect(keys.isLanguage("zh-CN"))
    #expect(!keys.isLanguage("title"))
  }

  @Test("Of a key that is not listed the first and the last word count half")
  func words() {
    #expect(keys.certainty(of: "employer_logo")[.organization] == 0.5)
    #expect(keys.certainty(of: "employer_logo")[.url] == 0.25)
    #expect(keys.certainty(of: "lampEmployer")[.organization] == 0.5)
    #expect(keys.certainty(of: "the_employer_lamp")[.organization] == nil)
    #expect(DataKeys.words(of: "paperTitle_en-2") == ["paper", "title", "en", "2"])
  }
}
