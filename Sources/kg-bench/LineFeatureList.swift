import ArgumentParser
import Foundation
import GoldScoring
import KGIngest
import KGProfiles

/// Prints the lines of documents with their features, for fitting the model of lines.
///
///     kg-bench lines Tests/Gold | fit/lines.py
struct LineFeatureList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lines",
    abstract: "Print the lines of documents with their features, for fit/lines.py.")

  @Option(help: "A folder of models; each document is read with those fitted without it.")
  var leftOut: String?
  @Argument(help: "Folders of documents/ and records/.") var folders: [String]

  private struct Item: Encodable {
    let folder: String
    let document: String
    let record: String
    let lines: [LineSequence.Line]
    /// The lists of positions and degrees.
    let lists: [FieldSequence]
  }

  func run() throws {
    let encoder = JSONEncoder()
    let models = try leftOut.map(LeftOutModels.init)
    for folder in folders {
      for document in try GoldSet(folder: URL(fileURLWithPath: folder)).documents {
        guard let source = document.source,
          let file = try SourceFinder.files(at: source.path).first,
          let extraction = try? ProfileExtractor.extract(file)
        else { continue }
        let lines = LineSequence(extraction)
        let lists = FittedModels.$current.withValue(models?.models(for: document) ?? .current) {
          FieldSequence.sequences(of: extraction)
        }
        let item = Item(
          folder: folder, document: document.record.document, record: document.recordFile.path,
          lines: lines.lines, lists: lists)
        print(String(decoding: try encoder.encode(item), as: UTF8.self))
      }
    }
  }
}
