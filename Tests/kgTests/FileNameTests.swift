import Foundation
import Testing

@Suite("A file name that is not UTF-8")
struct FileNameTests {
  /// A folder `f` with `café.md` and, under `ünter/`, `á.md`, all in Latin-1.
  private func folder() throws -> CommandLine {
    let line = try CommandLine()
    try line.write(
      "ada.md", "# Ada Quill\n\n## Publications\n\n- Ada Quill. Notes on Engines. ICCV, 2021.\n")
    try line.write(
      "bo.md", "# Bo Qian\n\n## Publications\n\n- Bo Qian. Notes on Looms. ICCV, 2022.\n")
    let made = try line.shell(
      #"""
      mkdir f && mkdir "f/$(printf '\374nter')" && mv ada.md "f/$(printf 'caf\351.md')" &&
      mv bo.md "f/$(printf '\374nter/\341.md')"
      """#)
    #expect(made.code == 0)
    return line
  }

  private func name(_ line: CommandLine, _ path: String) -> String {
    "file://" + URL(fileURLWithPath: line.folder).standardizedFileURL.path + "/" + path
  }

  @Test("is ingested, listed, and forgotten by its bytes or by its name as a source")
  func ingest() throws {
    let line = try folder()
    let source = name(line, "f/caf%E9.md")
    let ingested = try line.shell(#""$KG" ingest "f/$(printf 'caf\351.md')""#)
    #expect(ingested.output == "\(source): markdown, Ada Quill, 1 paper\n")
    #expect(ingested.error == "")
    #expect(try line.kg("sources", "--format", "csv").output.contains(source + ",markdown,"))
    #expect(
      try line.kg("ingest", source).output
        == "\(source): markdown, Ada Quill, 1 paper (unchanged)\n")
    #expect(
      try line.shell(#""$KG" forget "f/$(printf 'caf\351.md')""#).error == "forgotten: \(source)\n")
    #expect(try line.kg("ingest", source).code == 0)
    #expect(try line.kg("forget", source).code == 0)
    #expect(try line.kg("export", "--format", "nt").output == "")
  }

  @Test("is found inside folders, also those whose own names are not UTF-8")
  func folders() throws {
    let line = try folder()
    let result = try line.kg("ingest", "f")
    #expect(result.code == 0)
    #expect(
      result.output.split(separator: "\n").sorted() == [
        "\(name(line, "f/%FCnter/%E1.md")): markdown, Bo Qian, 1 paper",
        "\(name(line, "f/caf%E9.md")): markdown, Ada Quill, 1 paper",
      ])
    #expect(try line.shell(#""$KG" extract "f/$(printf '\374nter')""#).output.contains("Bo Qian"))
  }

  @Test("is extracted, asked with SPARQL, and named in errors")
  func otherCommands() throws {
    let line = try folder()
    #expect(
      try line.shell(#""$KG" extract "f/$(printf 'caf\351.md')""#).output
        .contains(name(line, "f/caf%E9.md").replacingOccurrences(of: "/", with: "\\/"))
        || line.shell(#""$KG" extract "f/$(printf 'caf\351.md')""#).output.contains(
          name(line, "f/caf%E9.md"))
    )
    let missing = try line.shell(#""$KG" ingest "$(printf 'n\351.md')""#)
    #expect(missing.error == "error: \(name(line, "n%E9.md")): no such file or folder\n")
    #expect(missing.code == 66)
  }

  @Test("can be written")
  func output() throws {
    let line = try CommandLine().withSample()
    #expect(
      try line.shell(#""$KG" export -o "$(printf 'g\351.nt')" && cat "$(printf 'g\351.nt')""#)
        .output
        == line.kg("export", "--format", "nt").output)
  }

  @Test("A question that is not UTF-8 says so")
  func question() throws {
    let line = try CommandLine().withSample()
    let result = try line.shell(#""$KG" query "$(printf 'papers of Ad\351')""#)
    #expect(result.code == 64)
    #expect(result.error.contains("is not UTF-8; set the terminal to UTF-8"))
  }
}
