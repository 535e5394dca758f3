import Foundation
import KnowledgeGraph
import Testing

/// Extraction against answers made by hand, by the scorer that comes with them.
@Suite("Extraction quality", .enabled(if: Profiles.haveSeeds, Profiles.withoutSeeds))
struct ExtractionScoreTests {
  @Test("The real profiles are read at least as well as promised")
  func seeds() throws {
    let scores = try Self.scores(
      of: SourceFinder.files(at: Profiles.seeds), by: Self.gold.appendingPathComponent("seeds"))
    #expect(scores.overall >= 0.96)
    for field in ["papers", "paper_authors", "paper_venue", "paper_year"] {
      #expect(try #require(scores.fields[field]).f1 >= 0.95, "\(field)")
    }
  }

  /// What each folder of documents has to reach; raise a figure when the extractor does better.
  @Test(
    "Profiles of every form are read",
    arguments: [
      ("jekyll", 0.945), ("hugo-and-data", 0.95), ("html", 0.925), ("chinese", 0.94),
      ("latex-and-pdf", 0.95),
    ])
  func forms(folder: String, floor: Double) throws {
    let files = try GoldDocuments.files(in: folder)
    let scores = try Self.scores(of: files, by: GoldDocuments.records(of: folder))
    #expect(scores.overall >= floor, "\(folder): \(scores.overall)")
    #expect(try #require(scores.fields["person_name"]).precision >= 0.9, "\(folder)")
  }

  private static let gold = URL(fileURLWithPath: Profiles.seeds).deletingLastPathComponent()
    .appendingPathComponent("gold")

  private static func scores(of files: [SourceFile], by records: URL) throws -> Scores {
    let lines = try files.map { file in
      try ProfileJSON.line(
        ProfileExtractor.extract(file),
        document: URL(fileURLWithPath: file.path).lastPathComponent)
    }
    let predicted = NSTemporaryDirectory() + "kg-\(UUID().uuidString).jsonl"
    try lines.joined(separator: "\n").write(toFile: predicted, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: predicted) }  // nothing depends on it
    return try scores(records, predicted)
  }

  private struct Scores: Decodable {
    struct Field: Decodable {
      let precision: Double
      let f1: Double
    }

    let overall: Double
    let fields: [String: Field]
  }

  private static func scores(_ records: URL, _ predicted: String) throws -> Scores {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", gold.appendingPathComponent("score.py").path, records.path, predicted, "--json",
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode(Scores.self, from: data)
  }
}
