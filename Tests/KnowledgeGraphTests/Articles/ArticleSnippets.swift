import Foundation
import KnowledgeGraph
import Testing

/// The code blocks of the documentation are regions of the files in this folder, which run as tests. This suite compares
/// the two, so that an article shows code that compiles and does what its test says.
///
/// A region lies between the comments `// snippet` and `// end snippet`.
@Suite("The code in the documentation")
struct ArticleSnippets {
  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let catalogue = tests.deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent(
      "Sources/KnowledgeGraph/KnowledgeGraph.docc")

  @Test(
    "The blocks of each article are the regions of its test", arguments: ["Ingest", "Ask", "Embed"])
  func sameCode(article: String) throws {
    let text = try String(
      contentsOf: Self.catalogue.appendingPathComponent(article + ".md"), encoding: .utf8)
    let test = try String(
      contentsOf: Self.tests.appendingPathComponent(article + "ArticleTests.swift"), encoding: .utf8
    )
    let blocks = Self.regions(of: text, from: "```swift", to: "```")
    #expect(!blocks.isEmpty)
    #expect(blocks == Self.regions(of: test, from: "// snippet", to: "// end snippet"))
  }

  @Test("Every article of the catalogue is compared")
  func allArticles() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.catalogue.path)
    #expect(files.sorted() == ["Ask.md", "Embed.md", "Ingest.md", "KnowledgeGraph.md"])
  }

  /// The lines between two marker lines, without the indentation of the first marker.
  private static func regions(of text: String, from start: String, to end: String) -> [String] {
    var regions: [String] = []
    var open: (indentation: Int, lines: [Substring])?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let code = line.drop { $0 == " " }
      if let region = open {
        if code == end {
          regions.append(region.lines.joined(separator: "\n"))
          open = nil
        } else {
          open?.lines.append(line.dropFirst(region.indentation))
        }
      } else if code == start {
        open = (line.count - code.count, [])
      }
    }
    return regions
  }
}
