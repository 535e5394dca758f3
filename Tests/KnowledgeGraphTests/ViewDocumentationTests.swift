import Foundation
import KnowledgeGraph
import Testing

@testable import KGStore

/// The queries in `docs/views.md`, on the sample profiles, without any function of ours.
@Suite("The documented views")
struct ViewDocumentationTests {
  private static let document = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("docs/views.md")

  private static func queries() throws -> [String] {
    try String(contentsOf: document, encoding: .utf8).components(separatedBy: "```sql\n")
      .dropFirst().compactMap { $0.components(separatedBy: "```").first }
  }

  @Test("Ten queries that run and give rows")
  func queries() throws {
    let path = NSTemporaryDirectory() + "kg-views-\(UUID().uuidString).sqlite"
    defer {
      for ending in ["", "-wal", "-shm"] { unlink(path + ending) }
    }
    let graph = try Graph(path: path, access: .create)
    for file in try SourceFinder.files(at: Profiles.samples) { _ = try graph.ingest(file) }
    try graph.resolve()
    let queries = try Self.queries()
    #expect(queries.count == 10)
    let reader = try Database(path: path)
    for query in queries {
      #expect(try !reader.texts(query).isEmpty, "\(query)")
    }
  }

  @Test("The columns are those of the table in the document")
  func columns() throws {
    let text = try String(contentsOf: Self.document, encoding: .utf8)
    let graph = try Graph(path: NSTemporaryDirectory() + "kg-\(UUID().uuidString)", access: .create)
    _ = try graph.ingest(Array("# Ada Byron\n".utf8), path: "a", absolutePath: "/a")
    let reader = try Database(path: graph.path)
    defer {
      for ending in ["", "-wal", "-shm"] { unlink(graph.path + ending) }
    }
    for line in text.split(separator: "\n") where line.hasPrefix("| `") {
      let words = line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
      let view = try #require(words.first)
      let columns = try reader.texts("SELECT name FROM pragma_table_info(?)", [view])
      let named = words.dropFirst().filter { $0.first?.isLowercase == true && columns.contains($0) }
      #expect(
        Set(named).isSuperset(
          of: columns.filter { !["absolute_path", "digest", "id"].contains($0) }),
        "\(view)")
    }
  }
}
