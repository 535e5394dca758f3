import KGModel
import Testing

@Suite("The parts of paths")
struct PathTextTests {
  @Test(
    "A path has a name, a stem, an ending and a folder",
    arguments: [
      ("a/b/cv.tar.GZ", "cv.tar.GZ", "cv", "gz", "a/b"), ("cv.md", "cv.md", "cv", "md", "."),
      ("/cv", "cv", "cv", nil, "/"), ("a//b/", "b", "b", nil, "a"),
      (".profile", ".profile", "profile", nil, "."), ("a.b/cv.", "cv.", "cv", nil, "a.b"),
      ("/", "/", "/", nil, "/"), ("", "", "", nil, "."),
    ] as [(String, String, String, String?, String)])
  func parts(path: String, name: String, stem: String, ending: String?, folder: String) {
    let path = PathText(path)
    #expect(path.name == name)
    #expect(path.stem == stem)
    #expect(path.ending == ending)
    #expect(path.folder == folder)
  }

  /// Scalars that are one `Character` with what precedes or follows them.
  static let joiners = ["\u{301}", "\u{200D}", "\u{FE0F}", "\u{600}"]

  @Test("Slashes and full stops are found beside scalars that join characters", arguments: joiners)
  func joined(mark: String) {
    let path = PathText("a\(mark)/\(mark)b\(mark).\(mark)md")
    #expect(
      path.components.map { Array($0.utf8) }
        == ["a" + mark, mark + "b" + mark + "." + mark + "md"].map { Array($0.utf8) })
    #expect(Array(path.stem.utf8) == Array((mark + "b" + mark).utf8))
    #expect(Array(path.folder.utf8) == Array(("a" + mark).utf8))
    #expect(path.ending?.unicodeScalars.count == 3)
    #expect(path.isWithin("a" + mark))
    #expect(PathText("b\(mark).md").ends(with: [".txt", ".md"]))
  }

  @Test("A file is within a folder by whole names")
  func within() {
    #expect(PathText("a/b/c").isWithin("a/b"))
    #expect(!PathText("a/bc").isWithin("a/b"))
    #expect(!PathText("a/b").isWithin("a/b"))
  }
}
