import ArgumentParser
import Foundation
import GoldScoring
import KGModel
import KGProfiles

/// Models that were fitted without some of the gold documents each, which they are measured on.
///
/// The folder has `documents.tsv` (record file, document, number of the model) and for each number
/// a model of lines, `lines-0.tsv`, and one of fields, `fields-0.tsv`.
struct LeftOutModels {
  private var numbers: [String: Int] = [:]
  private var models: [Int: FittedModels] = [:]

  init(folder: String) throws {
    func table(_ name: String) throws -> [UInt8] {
      Array(try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(name)))
    }
    for row in TabSeparatedTable(try table("documents.tsv")).rows {
      guard let number = Int(row.cell(2)) else { continue }
      numbers[Self.key(row.cell(0), row.cell(1))] = number
    }
    for number in Set(numbers.values) {
      models[number] = FittedModels.current.replacing(
        lines: try table("lines-\(number).tsv"), fields: try? table("fields-\(number).tsv"))
    }
  }

  /// The models that were fitted without a document; `nil` where it had no part in fitting.
  func models(for document: GoldDocument) -> FittedModels? {
    numbers[Self.key(document.recordFile.path, document.record.document)].flatMap { models[$0] }
  }

  private static func key(_ record: String, _ document: String) -> String {
    "\(record)\t\(document)"
  }
}
