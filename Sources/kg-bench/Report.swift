import Foundation
import KGModel

/// Figures in the order in which they were taken.
struct Report {
  struct Figure {
    let key: String
    let what: String
    let value: Double
    let unit: String
  }

  private(set) var figures: [Figure] = []

  /// - Parameter key: The figure's name in JSON, which includes the unit.
  mutating func add(_ key: String, _ what: String, _ value: Double, _ unit: String) {
    figures.append(Figure(key: key, what: what, value: value, unit: unit))
  }

  var table: String {
    let rows = figures.map { [$0.what, Self.text($0.value), $0.unit] }
    let all = [["figure", "value", "unit"]] + rows
    let widths = (0..<3).map { column in all.map { $0[column].count }.max() ?? 0 }
    return all.map { row in
      let cells = row.enumerated().map { index, cell in
        let padding = String(repeating: " ", count: widths[index] - cell.count)
        return index == 1 ? padding + cell : cell + padding
      }
      return "| " + cells.joined(separator: " | ") + " |"
    }.enumerated().map { index, line in
      index == 0
        ? line + "\n|" + widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "|")
          + "|" : line
    }.joined(separator: "\n")
  }

  var json: String {
    JSONValue.object(figures.map { ($0.key, .number($0.value)) }).encoded
  }

  /// The most memory that this process has held so far, in megabytes.
  static var peakMegabytes: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  }

  /// Three significant digits.
  private static func text(_ value: Double) -> String {
    if value >= 100 { return String(Int(value.rounded())) }
    let scale: Double = value >= 10 ? 10 : value >= 1 ? 100 : 1000
    return String((value * scale).rounded() / scale)
  }
}
