import Foundation
import TestSupport
import Testing

@testable import GoldScoring

/// `nil` when it, or Python, is not there.
private let referenceScorer = try? ReferenceScorer(
  script: TestData.gold.folder.appendingPathComponent("score.py"))

@Suite(
  "Agreement with the scorer in Python",
  .enabled(if: referenceScorer != nil, Comment(rawValue: TestData.gold.absence)))
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
    try #require(referenceScorer).differences(
      from: evaluation, predictions: predictions, records: records)
  }
}
