import ArgumentParser
import Foundation
import GoldScoring
import KGIngest
import KGProfiles

/// Scores extraction against hand-made records.
///
///     kg-bench score Tests/Gold
struct ScoreFigures: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Score extraction against hand-made records.",
    discussion: """
      kg-bench score Tests/Gold
      kg-bench score Tests/Gold --notes

      A folder has documents/ and records/; Tests/Gold/README.md describes the
      form of a record. Prints precision, recall and F1 by field, then the mean
      F1 by form and by language, and the documents below 0.5. JSON is one array
      with an object for each folder.
      """)

  @Argument(help: "Folders of documents/ and records/.") var folders: [String]
  @Option(help: "table or json.") var format: StoreFigures.Format = .table
  @Option(
    help:
      "A folder of models that were fitted without some of the documents each; see fit/README.md.")
  var leftOut: String?
  @Flag(help: "Print each miss, each extra entry and each wrong value too.") var notes = false

  func validate() throws {
    if notes, format == .json { throw ValidationError("--notes is for --format table") }
  }

  func run() throws {
    let models = try leftOut.map { try LeftOutModels(folder: $0) }
    var reports: [(folder: String, report: ScoreReport)] = []
    for folder in folders {
      let gold = try GoldSet(folder: URL(fileURLWithPath: folder))
      if let models { Self.warn(of: gold, without: models, in: folder) }
      let evaluation = try Self.evaluation(of: gold, models)
      let report = ScoreReport(evaluation, of: gold)
      reports.append((folder, report))
      guard format == .table else { continue }
      print("\(folder)\n")
      if notes { Self.printNotes(evaluation) }
      print(report.table)
    }
    if format == .json { print(String(decoding: try ScoreReport.json(reports), as: UTF8.self)) }
  }

  /// Says how many documents no model leaves out: their figure is not that of unseen documents.
  private static func warn(of gold: GoldSet, without models: LeftOutModels, in folder: String) {
    let count = gold.documents.count { models.models(for: $0) == nil }
    guard count > 0 else { return }
    let message = """
      warning: \(folder): no model leaves out \(count) of \(gold.documents.count) documents: they are read with \
      the models of the program, which may be fitted with them. Documents are known by the paths of their records.

      """
    FileHandle.standardError.write(Data(message.utf8))
  }

  /// Each document is compared with its own record, also where others of its name cannot be read.
  private static func evaluation(of gold: GoldSet, _ models: LeftOutModels?) throws
    -> Evaluation
  {
    Evaluation(
      pairs: try gold.documents.map { document in
        (
          document.record,
          try FittedModels.$current.withValue(models?.models(for: document) ?? .current) {
            try prediction(document).flatMap { try Predictions.read(lines: [$0]).first }
          }
        )
      })
  }

  /// The record of a document as a line of JSON; `nil`, with a message, when it cannot be read.
  private static func prediction(_ gold: GoldDocument) -> String? {
    do {
      guard let source = gold.source, let file = try SourceFinder.files(at: source.path).first
      else { throw ValidationError("the document is not there") }
      return ProfileJSON.line(
        try ProfileExtractor.extract(file), document: gold.record.document)
    } catch {
      let message = "warning: \(gold.recordFile.path): \(gold.record.document): \(error)\n"
      FileHandle.standardError.write(Data(message.utf8))
      return nil
    }
  }

  private static func printNotes(_ evaluation: Evaluation) {
    for document in evaluation.documents where !document.tally.notes.isEmpty {
      print("\(document.document)")
      for note in document.tally.notes {
        print("  \(note.kind.rawValue)\t\(note.field?.rawValue ?? "document")\t\(note.text)")
      }
    }
  }
}
