import Foundation
import TestSupport
import Testing

/// `CONTRIBUTING.md` names the folders and files for each kind of change.
@Suite("The table of CONTRIBUTING.md")
struct ContributingTests {
  private static let rows: [String] = {
    let file = TestData.project.appendingPathComponent("CONTRIBUTING.md")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""  // then there are no rows
    let lines = text.split(separator: "\n").map(String.init)
    return Array(
      lines.drop { !$0.hasPrefix("| to change |") }.dropFirst(2).prefix { $0.hasPrefix("|") })
  }()

  private func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: TestData.project.appendingPathComponent(path).path)
  }

  /// The paths of a row: what is between backquotes and has a slash or the ending of a file.
  private func paths(_ row: String) -> [String] {
    row.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
      .filter { !$0.contains(" ") && ($0.contains("/") || $0.contains(".")) }
  }

  @Test("Every folder and file in it exists")
  func paths() {
    #expect(Self.rows.count > 30)
    let tops = ["Sources", "Tests", "queries", "docs", "bench", "fit", "fuzz", "scripts"]
    for row in Self.rows {
      var base = ""
      for path in paths(row) {
        // A wildcard is checked by its folder.
        let path = path.split(separator: "*").first.map(String.init) ?? path
        if tops.contains(String(path.prefix { $0 != "/" })) {
          base = path
          #expect(exists(path), "\(path)")
        } else {
          // Relative to the last whole path, to its folder or to its module.
          let parts = base.split(separator: "/")
          let folders = (0...parts.count).map { parts.prefix($0).joined(separator: "/") }
          #expect(folders.contains { !$0.isEmpty && exists($0 + "/" + path) }, "\(path) in \(base)")
        }
      }
    }
  }
}
