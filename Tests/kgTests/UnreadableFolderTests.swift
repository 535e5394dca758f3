import Foundation
import Testing

@Suite("A folder that cannot be listed")
struct UnreadableFolderTests {
  /// The command without the right of root to read everything.
  private static let kg =
    getuid() == 0
    ? #"setpriv --bounding-set=-dac_override,-dac_read_search "$KG""# : #""$KG""#

  /// A folder `f` with a document, and `f/closed`, which cannot be listed; `only/closed` likewise.
  private func line() throws -> CommandLine {
    let line = try CommandLine()
    let made = try line.shell(
      "mkdir -p f/closed only/closed; chmod 0 f/closed only/closed; echo '# Ada Quill' >f/ada.md")
    #expect(made.code == 0)
    return line
  }

  @Test(
    "is named, and the rest of the folder that it is in is read", arguments: ["ingest", "extract"])
  func subfolder(command: String) throws {
    let line = try line()
    defer { _ = try? line.shell("chmod 700 */closed") }  // to be removed
    let result = try line.shell("\(Self.kg) \(command) f")
    #expect(result.error == "error: f/closed: not readable; check its permissions\n")
    #expect(result.output.contains("Ada Quill"))
    #expect(result.code == 1)
  }

  @Test("is the only error where nothing else is found")
  func alone() throws {
    let line = try line()
    defer { _ = try? line.shell("chmod 700 */closed") }  // to be removed
    for path in ["only", "only/closed"] {
      let result = try line.shell("\(Self.kg) ingest \(path)")
      #expect(result.error == "error: only/closed: not readable; check its permissions\n")
      #expect(result.code == 66)
    }
  }

  @Test("in a site is named, and the site is read")
  func site() throws {
    let line = try line()
    defer { _ = try? line.shell("chmod 700 */closed") }  // to be removed
    let result = try line.shell(
      "echo 'title: Ada Quill' >f/_config.yml; \(Self.kg) ingest f")
    #expect(result.error == "error: f/closed: not readable; check its permissions\n")
    #expect(result.output.hasPrefix("f: site, Ada Quill"), "\(result.output)")
    #expect(result.code == 1)
  }
}
