internal import Foundation

extension ScoreReport {
  /// The report as a table in plain text, with a line end after each line.
  package var table: String {
    let lines =
      fieldLines + groupLines("form", byForm) + groupLines("language", byLanguage) + weakLines
    return lines.map { $0 + "\n" }.joined()
  }

  private var fieldLines: [String] {
    let heading =
      Self.padded("field", 14) + ["P", "R", "F1", "tp", "pred", "gold"].map(Self.cell).joined()
    let all = Self.padded("overall", 14) + Self.cell("") + Self.cell("") + Self.cell(overall)
    let extras = fields.filter(\.field.isExtra).map(Self.line)
    return ["\(documents) documents", heading] + fields.filter { !$0.field.isExtra }.map(Self.line)
      + [all] + (extras.isEmpty ? [] : ["-- not in the overall number"] + extras)
      + (repeatsIgnored == 0 ? [] : ["repeats ignored: \(repeatsIgnored)"])
  }

  private func groupLines(_ title: String, _ groups: [Group]) -> [String] {
    let heading = Self.padded(title, 14) + Self.cell("docs") + Self.cell("F1")
    return ["", heading]
      + groups.map {
        Self.padded($0.name, 14) + Self.cell("\($0.documents)") + Self.cell($0.overall)
      }
  }

  private var weakLines: [String] {
    guard !weakDocuments.isEmpty else { return [] }
    return ["", "below \(Self.weakOverall)"]
      + weakDocuments.map { Self.figure($0.overall) + "  " + $0.document }
  }

  private static func line(_ row: FieldRow) -> String {
    padded(row.field.rawValue, 14) + [row.precision, row.recall, row.f1].map(cell).joined()
      + [row.truePositives, row.predicted, row.gold].map { cell("\($0)") }.joined()
  }

  private static func figure(_ value: Double) -> String { String(format: "%.3f", value) }

  private static func cell(_ value: Double) -> String { cell(figure(value)) }

  /// Right-aligned in seven columns.
  private static func cell(_ text: String) -> String {
    String(repeating: " ", count: max(1, 7 - text.count)) + text
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text.padding(toLength: max(width, text.count), withPad: " ", startingAt: 0)
  }
}
