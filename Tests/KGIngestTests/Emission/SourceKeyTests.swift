import Testing

@testable import KGIngest

@Suite("Keys of sources")
struct SourceKeyTests {
  @Test(
    "A key begins with the name of the file, also when that begins with a combining mark",
    arguments: [("profiles/ada.md", "ada-"), ("ada.tar.gz", "ada-"), ("p/\u{301}ada.md", "ada-")])
  func names(path: String, start: String) {
    #expect(SourceKey(path: path).value.hasPrefix(start))
  }

  @Test(
    "A slug has letters, digits and hyphens; a long one ends in a hash",
    arguments: [
      ("Ada d'Mill-Quill, Jr.", "ada-dmill-quill-jr"), ("李明 Ming", "李明-ming"),
      ("Pınar Şahin 2", "pinar-sahin-2"),
    ])
  func slugs(text: String, expected: String) {
    #expect(slug(text) == expected)
  }

  @Test("Slugs of long texts differ where the texts do, and have one length")
  func longSlugs() {
    let slugs = ["a", "b"].map { slug(String(repeating: "engines ", count: 12) + $0) }
    #expect(Set(slugs).count == 2)
    #expect(slugs.allSatisfy { $0.count == 67 && $0.hasPrefix("engines-engines-") })
  }
}
