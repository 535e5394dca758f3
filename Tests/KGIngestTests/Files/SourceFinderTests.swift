import Foundation
import KGIngest
import KGProfiles
import Testing
import TestSupport

@Suite("Finding documents")
struct SourceFinderTests {
  /// `café.md` in Latin-1.
  private static let latin = FilePath(bytes: Array("caf".utf8) + [0xE9] + Array(".md".utf8))

  /// Writes a file whose name need not be UTF-8.
  private func write(_ name: FilePath, in folder: String) {
    FilePath(bytes: Array((folder + "/").utf8) + name.bytes).withSystemPath { path in
      _ = close(open(path, O_WRONLY | O_CREAT, 0o644))
    }
  }

  @Test("The files of a site have names within it, percent-encoded where they are not UTF-8")
  func siteFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write("title: Ada Quill\n", to: "_config.yml")
    try folder.write("# Notes\n", to: "_pages/\u{301}notes.md")
    write(Self.latin, in: folder.file("_pages"))
    let found = try SourceFinder.files(at: folder.path)
    #expect(found.map(\.isSite) == [true])
    #expect(
      Set(try SourceFinder.siteFiles(found[0]).files.map(\.path))
        == ["_config.yml", "_pages/\u{301}notes.md", "_pages/caf%E9.md"])
  }

  @Test("A file of a site that is too large, or is not there, is named")
  func unreadableSiteFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write("title: Ada Quill\n", to: "_config.yml")
    try folder.write(String(repeating: "a", count: 5 << 20), to: "_pages/long.md")
    #expect(symlink("nothing.md", folder.file("gone.md")) == 0)
    let found = try SourceFinder.siteFiles(SourceFinder.files(at: folder.path)[0])
    #expect(found.files.map(\.path) == ["_config.yml"])
    #expect(found.unreadable.map(\.path).contains("_pages/long.md"))
    #expect(found.unreadable.map(\.path).contains("gone.md"))
  }

  @Test("A document is found whatever its name begins with, and a site is one document")
  func documents() throws {
    let folder = try TemporaryFolder()
    for name in ["\u{301}a.md", "x/\u{200D}b.md.gz", "x/c\u{600}.md", "d.doc"] {
      try folder.write("# A\n", to: name)
    }
    try folder.write("title: Ada\n", to: "s/_config.yml")
    try folder.write("# B\n", to: "s/_pages/b.md")
    let found = try SourceFinder.files(at: folder.path).map {
      $0.path.utf8.dropFirst(folder.path.utf8.count + 1)
    }
    #expect(
      Set(found.map { Array($0) })
        == Set(["\u{301}a.md", "x/\u{200D}b.md.gz", "x/c\u{600}.md", "s"].map { Array($0.utf8) }))
  }
}
