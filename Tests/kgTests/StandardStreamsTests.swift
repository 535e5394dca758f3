import Foundation
import Testing

@Suite("Standard streams that are closed")
struct StandardStreamsTests {
  /// A source that is missing, so that there is a message, and two that are there.
  private func line() throws -> CommandLine {
    let line = try CommandLine()
    for name in ["ada", "bo"] {
      try line.write(
        name + ".md",
        "# \(name) Quill\n\n## Publications\n\n- Ada Quill, Bo Foe. Engines that Think, by \(name). ICCV, 2021.\n"
      )
    }
    return line
  }

  /// Makes 4 a pipe without a reader.
  static let brokenPipe = "mkfifo p; exec 3<>p 4>p 3<&-; "
  static let ingestAll = #""$KG" ingest none.md ada.md bo.md"#

  @Test(
    "All sources are ingested where messages or reports have no reader",
    arguments: [
      "\(StandardStreamsTests.ingestAll) 2>&-", "\(StandardStreamsTests.ingestAll) >&- 2>&-",
      StandardStreamsTests.brokenPipe + "\(StandardStreamsTests.ingestAll) 2>&4",
      StandardStreamsTests.brokenPipe + "\(StandardStreamsTests.ingestAll) >&4",
      StandardStreamsTests.brokenPipe + "\(StandardStreamsTests.ingestAll) >&4 2>&4",
      "\(StandardStreamsTests.ingestAll) <&-",
    ])
  func ingest(command: String) throws {
    let line = try line()
    #expect(try line.shell(command).code == 1, "none.md is missing")
    let sources = try line.kg("sources", "--format", "csv").output
    #expect(sources.contains("ada.md") && sources.contains("bo.md"), "\(sources)")
    #expect(try line.kg("check").code == 0)
  }

  @Test("An ingest succeeds when the reader of its reports has gone away")
  func reports() throws {
    let line = try line()
    #expect(try line.shell(Self.brokenPipe + #""$KG" ingest ada.md bo.md >&4"#).code == 0)
  }

  @Test("An ingest that cannot print its reports ends with the code for it, after all sources")
  func closedOutput() throws {
    let line = try line()
    let result = try line.shell(#""$KG" ingest ada.md bo.md >&-"#)
    #expect(result.code == 74)
    #expect(result.error == "error: standard output: cannot be written: Bad file descriptor\n")
    #expect(try line.kg("sources", "--format", "csv").output.contains("bo.md"))
  }

  @Test("A query whose reader has gone away ends without a message")
  func query() throws {
    let result = try line().withSample().shell(
      Self.brokenPipe + #""$KG" query "papers of Ada Quill" >&4"#)
    #expect(result.code == 0)
    #expect(result.error == "")
  }

  @Test("A message is never written into a file that is opened later")
  func reusedNumber() throws {
    let line = try line().withSample()
    let result = try line.shell(
      #""$KG" query "papers of A. Quill" 2>&- >/dev/null; "$KG" export -o x.nt 2>&-; cat x.nt"#)
    #expect(result.output == (try line.kg("export", "--format", "nt").output))
  }
}
