import Foundation
import TestSupport
import Testing

@testable import GoldScoring

private let referenceScorer = ReferenceScorer.found(in: TestData.gold.folder)

/// Why figures cannot be compared; `nil` when script and Python are there.
private let absence = TestData.gold.absence(of: "score.py") ?? referenceScorer.obstacle

@Suite("When figures can be compared with the scorer in Python")
struct ReferenceScorerAvailabilityTests {
  @Test("Without the script the reason is its path, without Python it is Python")
  func reasons() throws {
    let folder = try TemporaryFolder()
    let script = folder.file("score.py")
    #expect(
      ReferenceScorer.found(in: folder.url).obstacle == "no reference scorer at \(script)")
    try folder.write("", to: "score.py")
    #expect(
      ReferenceScorer.found(in: folder.url, searchPath: folder.path).obstacle
        == "no python3 in PATH")
  }
}

@Suite(
  "Agreement with the scorer in Python",
  .enabled(if: absence == nil, Comment(rawValue: absence ?? "")))
struct ReferenceScorerTests {
  @Test("Every fault and every variation has the same figures", arguments: changes)
  func sample(change: Change) throws {
    var prediction = DocumentRecord.sample
    change.apply(&prediction)
    let folder = try TemporaryFolder()
    let records = try folder.write(Self.json(.sample), to: "records/x.json")
    let predictions = try folder.write(Self.json(prediction), to: "predictions.jsonl")
    let evaluation = Evaluation(of: [prediction], against: [.sample])
    #expect(try differences(from: evaluation, predictions, records) == [])
  }

  @Test("A difference is reported with both figures")
  func difference() throws {
    let folder = try TemporaryFolder()
    let records = try folder.write(Self.json(.sample), to: "x.json")
    let predictions = try folder.write("", to: "none.jsonl")
    let evaluation = Evaluation(of: [.sample], against: [.sample])
    #expect(
      try differences(from: evaluation, predictions, records).first == "overall: 1.0, reference 0.0"
    )
  }

  private static let changes = DocumentScorerTests.faults + DocumentScorerTests.variations

  private static func json(_ record: DocumentRecord) throws -> String {
    String(decoding: try JSONEncoder().encode(record), as: UTF8.self)
  }

  private func differences(
    from evaluation: Evaluation, _ predictions: URL, _ records: URL
  ) throws -> [String] {
    try referenceScorer.get().differences(
      from: evaluation, predictions: predictions, records: records)
  }
}
