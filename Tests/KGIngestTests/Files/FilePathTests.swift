import Foundation
import KGIngest
import Testing

@Suite("Paths of files")
struct FilePathTests {
  @Test("A path that is UTF-8 is its own name")
  func plain() {
    #expect(FilePath("profiles/简历 %.md").name == "profiles/简历 %.md")
    #expect(FilePath(bytes: Array("a/b.md".utf8)).name == "a/b.md")
    #expect(FilePath("a/b.md").bytes == Array("a/b.md".utf8))
  }

  @Test("Any other path is named by its absolute file URI, which leads back to its bytes")
  func latin() {
    let bytes = Array("/tmp/./caf".utf8) + [0xE9] + Array(" %41.md".utf8)
    let name = FilePath(bytes: bytes).name
    #expect(name == "file:///tmp/caf%E9%20%2541.md")
    #expect(FilePath(name).bytes == Array("/tmp/caf".utf8) + [0xE9] + Array(" %41.md".utf8))
    #expect(FilePath(name).name == name)
    let relative = FilePath(bytes: [0xFF]).name
    #expect(relative == "file://\(FileManager.default.currentDirectoryPath)/%FF")
  }

  @Test("A file URI of a path that is UTF-8 is that path")
  func uri() {
    #expect(FilePath("file:///tmp/a%20b.md").name == "/tmp/a b.md")
    #expect(FilePath("file:///tmp/100%.md").name == "/tmp/100%.md")
  }

  @Test(
    "Every sequence of bytes comes back from its text",
    arguments: [
      [0xFF], [0x61, 0xE9, 0x62], [0xE4, 0xBD], [0xC3, 0xA9], [0xF0, 0x9F, 0x98], [],
      // A character of the private area that stands for a byte.
      [0xF4, 0x8F, 0x9F, 0xBF], [0xF4, 0x8F, 0x9E, 0x80, 0x80],
    ] as [[UInt8]])
  func roundTrip(bytes: [UInt8]) {
    #expect(String(escaping: bytes).unescapedBytes == bytes)
  }
}
