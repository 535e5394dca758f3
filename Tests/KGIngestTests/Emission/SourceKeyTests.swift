import KGIngest
import Testing

@Suite("Keys of sources")
struct SourceKeyTests {
  @Test(
    "A key begins with the name of the file, also when that begins with a combining mark",
    arguments: [("profiles/ada.md", "ada-"), ("ada.tar.gz", "ada-"), ("p/\u{301}ada.md", "ada-")])
  func names(path: String, start: String) {
    #expect(SourceKey(path: path).value.hasPrefix(start))
  }
}
