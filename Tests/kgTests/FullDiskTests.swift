import Foundation
import Testing

@Suite(
  "A full disk",
  .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "this system has no /dev/full"))
struct FullDiskTests {
  @Test(
    "ends every command that prints, with a message and the code of an output that cannot be written",
    arguments: [
      ["query", "papers of Ada Quill"], ["query", "--format", "json", "papers of Ada Quill"],
      ["sparql", "SELECT * { ?s ?p ?o }"], ["sparql", "CONSTRUCT WHERE { ?s ?p ?o }"],
      ["why", "Ada Quill"], ["export", "--format", "nt"],
      ["export", "--around", "Ada Quill", "--format", "dot"], ["extract", "ada.md"],
      ["extract", "--format", "nq", "ada.md"], ["ingest", "ada.md"], ["sources"], ["stats"],
      ["check"],
      ["queries"], ["--help"], ["query", "--help"], ["--version"],
    ])
  func standardOutput(arguments: [String]) throws {
    let result = try CommandLine().withSample().run(arguments, device: "/dev/full")
    #expect(result.error == "error: standard output: cannot be written: No space left on device\n")
    #expect(result.code == 74)
  }

  @Test("ends an export into a file, and the device stays a device")
  func outputFile() throws {
    let line = try CommandLine().withSample()
    let result = try line.kg("export", "--format", "nt", "-o", "/dev/full")
    #expect(result.error == "error: /dev/full: cannot be written: No space left on device\n")
    #expect(result.code == 74)
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/full")[.type]
    #expect(type as? FileAttributeType == .typeCharacterSpecial)
  }

  @Test("Notes that cannot be written do not stop the work")
  func standardError() throws {
    let line = try CommandLine().withSample()
    let result = try line.shell(#""$KG" query "coauthors of A. Quill" 2>/dev/full"#)
    #expect(result.code == 0)
    #expect(result.output.contains("Bo Qian"))
  }
}
