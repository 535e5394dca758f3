import Foundation
import KnowledgeGraph
import TestSupport
import Testing

@Suite("The article about ingesting")
struct IngestArticleTests {
  @Test("Documents go in, a broken one does not stop the others, and a source is forgotten")
  func article() throws {
    let place = try TemporaryFolder()
    let folder = place.path
    try FileManager.default.copyItem(atPath: Profiles.samples, toPath: folder + "/profiles")
    try Data().write(to: URL(fileURLWithPath: folder + "/profiles/empty.md"))
    var statementCount = 0

    // snippet
    let graph = try Graph(path: folder + "/kg.sqlite", access: .create)
    // end snippet

    // snippet
    let files = try SourceFinder.files(at: folder + "/profiles")
    var unreadable: [String: any Error] = [:]
    for file in files {
      do {
        let report = try graph.ingest(file)
        statementCount += report.outcome.statementCount
      } catch {
        unreadable[file.path] = error
      }
    }
    // end snippet
    #expect(unreadable.count == 1)
    #expect(unreadable.keys.first?.hasSuffix("/empty.md") == true)
    #expect(statementCount > 500)

    // snippet
    let decisionCount = try graph.resolve().decisions.count
    // end snippet
    #expect(decisionCount > 0)

    // snippet
    let page =
      "# Ada Quill\n\n## Publications\n\n- Ada Quill, Bo Qian. Notes on Engines. ICCV, 2021.\n"
    let report = try graph.ingest(Array(page.utf8), path: "ada.md")
    // end snippet
    #expect(report.summary?.owner == "Ada Quill")
    #expect(report.summary?.counts == ["papers": 1])

    // snippet
    let isForgotten = try graph.forget("ada.md")
    let remaining = try graph.sourceTable().rows.count
    // end snippet
    #expect(isForgotten)
    #expect(remaining == files.count - 1)
  }
}
