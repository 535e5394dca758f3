import Foundation
import GoldScoring
import KnowledgeGraph
import TestSupport
import Testing

/// Extraction against hand-made records.
@Suite("Extraction quality")
struct ExtractionScoreTests {
  /// What each folder of documents has to reach; raise a figure when the extractor does better.
  @Test(
    "Profiles of every form are read",
    arguments: [
      ("jekyll", 0.945), ("hugo-and-data", 0.95), ("html", 0.925), ("chinese", 0.94),
      ("latex-and-pdf", 0.95), ("languages", 0.95),
    ])
  func forms(folder: String, floor: Double) throws {
    let extraction = try GoldExtraction(
      of: GoldDocuments.files(in: folder), records: GoldDocuments.records(of: folder))
    let total = extraction.evaluation.total
    #expect(total.overall >= floor, "\(folder): \(total.overall)")
    #expect(total[.personName].precision >= 0.9, "\(folder)")
  }

  @Test(
    "The real profiles are read at least as well as promised",
    .enabled(
      if: GoldExtraction.seedsAbsence == nil, Comment(rawValue: GoldExtraction.seedsAbsence ?? "")))
  func seeds() throws {
    let total = try GoldExtraction.ofSeeds().evaluation.total
    #expect(total.overall >= 0.99)
    for field in [Field.papers, .paperAuthors, .paperVenue, .paperYear] {
      #expect(total[field].f1 >= 0.95, "\(field)")
    }
  }

  @Test(
    "The figures are those of the scorer in Python",
    .enabled(
      if: GoldExtraction.referenceAbsence == nil,
      Comment(rawValue: GoldExtraction.referenceAbsence ?? "")))
  func reference() throws {
    let reference = try GoldExtraction.reference.get()
    var extractions = try GoldDocuments.folders.map {
      try GoldExtraction(
        of: GoldDocuments.files(in: $0), records: GoldDocuments.records(of: $0))
    }
    if GoldExtraction.seedsAbsence == nil { extractions.append(try .ofSeeds()) }
    for extraction in extractions {
      let folder = try TemporaryFolder()
      let predictions = try folder.write(
        extraction.lines.joined(separator: "\n"), to: "predictions.jsonl")
      let differences = try reference.differences(
        from: extraction.evaluation, predictions: predictions, records: extraction.records)
      #expect(differences == [], "\(extraction.records.lastPathComponent)")
    }
  }
}

/// The records of some documents, scored.
private struct GoldExtraction {
  let records: URL
  /// The records as `kg extract --format json` prints them.
  let lines: [String]
  let evaluation: Evaluation

  init(of files: [SourceFile], records: URL) throws {
    self.records = records
    lines = try files.map { file in
      try ProfileJSON.line(
        ProfileExtractor.extract(file),
        document: URL(fileURLWithPath: file.path).lastPathComponent)
    }
    evaluation = Evaluation(
      of: try Predictions.read(lines: lines),
      against: try GoldSet(records: records, documents: nil).records)
  }

  static func ofSeeds() throws -> GoldExtraction {
    try GoldExtraction(
      of: SourceFinder.files(at: Profiles.seeds),
      records: TestData.gold.folder.appendingPathComponent("seeds"))
  }

  /// Why the real profiles cannot be scored; `nil` when profiles and records are there.
  static let seedsAbsence = TestData.seeds.absence() ?? TestData.gold.absence(of: "seeds")

  static let reference = ReferenceScorer.found(in: TestData.gold.folder)

  /// Why figures cannot be compared; `nil` when script and Python are there.
  static let referenceAbsence = TestData.gold.absence(of: "score.py") ?? reference.obstacle
}
