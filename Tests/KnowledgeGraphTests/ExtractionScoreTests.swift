import Foundation
import KnowledgeGraph
import Testing

/// Extraction against answers made by hand, by the scorer that comes with them.
@Suite("Extraction quality", .enabled(if: Profiles.haveSeeds, Profiles.withoutSeeds))
struct ExtractionScoreTests {
  @Test("The real profiles are read at least as well as promised")
  func seeds() throws {
    let shared = URL(fileURLWithPath: Profiles.seeds).deletingLastPathComponent()
    let lines = try SourceFinder.files(at: Profiles.seeds).map { file in
      try ProfileJSON.line(
        ProfileExtractor.extract(SourceFinder.read(file)), document: file.path)
    }
    let records = NSTemporaryDirectory() + "kg-\(UUID().uuidString).jsonl"
    try lines.joined(separator: "\n").write(toFile: records, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: records) }  // nothing depends on it
    let scores = try Self.scores(shared.appendingPathComponent("gold"), records)
    #expect(scores.overall >= 0.96)
    for field in ["papers", "paper_authors", "paper_venue", "paper_year"] {
      #expect(try #require(scores.fields[field]).f1 >= 0.95, "\(field)")
    }
  }

  private struct Scores: Decodable {
    struct Field: Decodable {
      let f1: Double
    }

    let overall: Double
    let fields: [String: Field]
  }

  private static func scores(_ gold: URL, _ records: String) throws -> Scores {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", gold.appendingPathComponent("score.py").path,
      gold.appendingPathComponent("seeds").path, records, "--json",
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode(Scores.self, from: data)
  }
}
