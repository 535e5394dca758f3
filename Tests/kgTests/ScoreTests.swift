import Foundation
import Testing

@Suite("kg-bench score")
struct ScoreTests {
  private static let program = CommandLine.command.deletingLastPathComponent()
    .appendingPathComponent("kg-bench")

  /// Two folders with documents of one name in subfolders; the first cannot be read, the second is read in full.
  private func line() throws -> CommandLine {
    let line = try CommandLine()
    #expect(
      try line.shell("mkdir -p g/documents/a g/documents/b g/records/a g/records/b").code == 0)
    try line.write("g/documents/a/cv.md", [0xFF, 0xFE, 0x23, 0])
    try line.write("g/documents/b/cv.md", "# Bo Qian\n")
    for (folder, name) in [("a", "Ada Quill"), ("b", "Bo Qian")] {
      try line.write(
        "g/records/\(folder)/cv.json",
        """
        {"document": "cv.md", "person": {"name": "\(name)", "names": [], "homepages": [], "identifiers": []},
         "affiliations": [], "education": [], "papers": [], "patents": [], "awards": [], "projects": []}
        """)
    }
    return line
  }

  @Test(
    "A document is compared with its own record, also after one of its name that cannot be read")
  func pairing() throws {
    let result = try line().run(["score", "g"], program: Self.program)
    #expect(result.error.contains("g/records/a/cv.json: cv.md: "), "\(result.error)")
    #expect(result.output.contains("person_name     1.000  0.500  0.667      1      1      2"))
    #expect(result.code == 0)
  }

  @Test("JSON is one array, however many folders there are")
  func json() throws {
    let result = try line().run(
      ["score", "--format", "json", "g", "g"], program: Self.program)
    let reports =
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]]
    #expect(reports?.map { $0["folder"] as? String } == ["g", "g"])
    #expect((reports?.first?["report"] as? [String: Any])?["documents"] as? Int == 2)
    let notes = try line().run(
      ["score", "--format", "json", "--notes", "g"], program: Self.program)
    #expect(notes.code != 0)
    #expect(notes.output == "")
  }
}
