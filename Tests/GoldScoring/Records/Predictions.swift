package import Foundation

/// Reads what `kg extract --format json` prints: a record as JSON on each line.
package enum Predictions {
  /// The records in the order of their lines; empty lines are skipped.
  ///
  /// - Throws: ``PredictionError`` for the first line that is not a record.
  package static func read(jsonLines data: Data) throws(PredictionError) -> [DocumentRecord] {
    let decoder = JSONDecoder()
    var records: [DocumentRecord] = []
    for (index, line) in data.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
      do {
        records.append(try decoder.decode(DocumentRecord.self, from: line))
      } catch {
        throw PredictionError(line: index + 1, fault: JSONFault.text(of: error))
      }
    }
    return records
  }

  /// The records of lines without their line ends.
  ///
  /// - Throws: ``PredictionError`` for the first line that is not a record.
  package static func read(lines: some Sequence<String>) throws(PredictionError) -> [DocumentRecord]
  {
    try read(jsonLines: Data(lines.joined(separator: "\n").utf8))
  }
}

/// A line of predictions that is not a record.
package struct PredictionError: Error, Equatable, CustomStringConvertible {
  /// Counts from 1.
  package let line: Int
  /// What is wrong, with its place in the record when it is known.
  package let fault: String

  package var description: String { "line \(line) of the predictions: \(fault)" }
}
