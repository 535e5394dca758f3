package import Foundation

/// The scorer in Python that these rules were ported from, to compare figures with.
package struct ReferenceScorer: Sendable {
  private struct Figures: Decodable {
    struct Row: Decodable {
      let precision: Double
      let recall: Double
      let f1: Double
      let tp: Int
      let pred: Int
      let gold: Int
    }

    let overall: Double
    let documents: Int
    let repeatsIgnored: Int
    let fields: [String: Row]

    private enum CodingKeys: String, CodingKey {
      case overall, documents, fields
      case repeatsIgnored = "repeats_ignored"
    }
  }

  /// Figures agree to three digits.
  private static let tolerance = 0.0005

  private let script: URL

  /// The scorer `score.py` of a folder, or why it cannot be used.
  ///
  /// - Parameter searchPath: Folders separated by colons, as in the variable `PATH`.
  package static func found(
    in folder: URL, searchPath: String = ProcessInfo.processInfo.environment["PATH"] ?? ""
  ) -> Result<ReferenceScorer, Unavailable> {
    let script = folder.appendingPathComponent("score.py")
    guard FileManager.default.fileExists(atPath: script.path) else {
      return .failure(Unavailable(reason: "no reference scorer at \(script.path)"))
    }
    guard findsPython(in: searchPath) else {
      return .failure(Unavailable(reason: "no python3 in PATH"))
    }
    return .success(ReferenceScorer(script: script))
  }

  private init(script: URL) {
    self.script = script
  }

  /// Why figures cannot be compared.
  package struct Unavailable: Error, CustomStringConvertible {
    package let reason: String

    package var description: String { reason }
  }

  private static func findsPython(in searchPath: String) -> Bool {
    searchPath.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: $0 + "/python3")
    }
  }

  /// The figures that differ, one a line; empty when all agree.
  ///
  /// - Parameters:
  ///   - evaluation: Of the same predictions and records.
  ///   - predictions: A file of JSON Lines.
  ///   - records: A file of gold records, or a folder of such files.
  /// - Throws: What ``Process`` throws, or a `DecodingError` when the script did not print figures.
  package func differences(
    from evaluation: Evaluation, predictions: URL, records: URL
  ) throws -> [String] {
    let reference = try JSONDecoder().decode(
      Figures.self, from: output(of: ["--json", records.path, predictions.path]))
    let total = evaluation.total
    var differences = [
      Self.difference("overall", total.overall, reference.overall),
      Self.difference("documents", evaluation.documents.count, reference.documents),
      Self.difference("repeats ignored", total.repeatsIgnored, reference.repeatsIgnored),
    ]
    for field in Field.allCases {
      differences += Self.differences(
        field.rawValue, total[field], reference.fields[field.rawValue])
    }
    return differences.compactMap { $0 }
  }

  private func output(of arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", script.path] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return data
  }

  private static func differences(
    _ name: String, _ counts: Counts, _ row: Figures.Row?
  ) -> [String?] {
    [
      difference("\(name) precision", counts.precision, row?.precision ?? 0),
      difference("\(name) recall", counts.recall, row?.recall ?? 0),
      difference("\(name) F1", counts.f1, row?.f1 ?? 0),
      difference("\(name) true positives", counts.right, row?.tp ?? 0),
      difference("\(name) predicted", counts.predicted, row?.pred ?? 0),
      difference("\(name) gold", counts.gold, row?.gold ?? 0),
    ]
  }

  private static func difference(_ name: String, _ figure: Double, _ reference: Double) -> String? {
    abs(figure - reference) < tolerance ? nil : "\(name): \(figure), reference \(reference)"
  }

  private static func difference(_ name: String, _ count: Int, _ reference: Int) -> String? {
    count == reference ? nil : "\(name): \(count), reference \(reference)"
  }
}

extension Result where Success == ReferenceScorer, Failure == ReferenceScorer.Unavailable {
  /// Why figures cannot be compared; `nil` when they can.
  package var obstacle: String? {
    if case .failure(let error) = self { error.reason } else { nil }
  }
}
