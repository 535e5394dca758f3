import ArgumentParser
import Foundation
import KGModel
import KGRDF
import KGStore

@main
struct KGBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kg-bench", abstract: "Measure the store, queries and extraction.",
    subcommands: [
      StoreFigures.self, QueryFigures.self, ExtractionFigures.self, ScoreFigures.self,
      LineFeatureList.self, ReferenceSequences.self,
    ],
    defaultSubcommand: StoreFigures.self)
}

/// Measures the store on a file of N-Triples: reading, size, memory, look-ups, a small change, writing.
///
///     kg-bench kg-1m.nt
struct StoreFigures: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store",
    abstract: "Measure the store on a file of N-Triples.",
    discussion: """
      kg-bench kg-1m.nt
      kg-bench kg-1m.nt --format json

      Prints one table. Figures of one run compare with each other, not with
      those of another machine or hour.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

  @Argument(help: "The file; bench/compare.py makes some.") var file: String
  @Option(help: "The folder for the store (default: a temporary one).") var folder: String?
  @Option(help: "table or json.") var format: Format = .table

  func run() throws {
    let place = (folder ?? NSTemporaryDirectory()) + "/kg-bench-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: place) }  // made above
    var report = Report()
    try StoreBenchmark(file: file, folder: place).run(&report)
    print(format == .json ? report.json : report.table)
  }
}
