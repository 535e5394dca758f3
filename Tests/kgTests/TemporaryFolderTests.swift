import Foundation
import Testing

@Suite("A folder for temporary files that cannot be used")
struct TemporaryFolderTests {
  @Test(
    "is named, with what to do, by documents that another program reads",
    arguments: ["cv.pdf", "site.tar", "site.zip", "site.tar.gz"], ["ingest", "extract"])
  func unusable(document: String, command: String) throws {
    let line = try CommandLine()
    try line.write(document, "%PDF-1.4\n")
    let result = try line.run([command, document], environment: ["TMPDIR": "/dev/null/none"])
    #expect(
      result.error
        == "error: \(document): /dev/null/none: temporary files cannot be written here: Not a directory; "
        + "set TMPDIR to a folder that exists, is writable and has free space\n")
    #expect(result.code == 73)
  }

  @Test("is not made, and does not stop the documents that need no temporary file")
  func others() throws {
    let line = try CommandLine()
    try line.write("ada.md", "# Ada Quill\n")
    try line.write("cv.pdf", "%PDF-1.4\n")
    let result = try line.run(["ingest", "."], environment: ["TMPDIR": line.folder + "/none"])
    #expect(result.code == 1)
    #expect(result.output.contains("ada.md: "))
    #expect(!FileManager.default.fileExists(atPath: line.folder + "/none"))
  }

  @Test("Nothing stays in a folder that can be used; a relative one counts from the current folder")
  func usable() throws {
    let line = try CommandLine()
    let result = try line.shell(
      """
      mkdir t s s/_pages; echo 'title: Ada Quill' >s/_config.yml; echo '# Ada Quill' >s/_pages/about.md
      tar -cf s.tar s; TMPDIR=t "$KG" ingest s.tar; ls t
      """)
    #expect(result.output == "s.tar: site, Ada Quill, nothing found\n")
  }
}
