/// The rows of a table of tab-separated values: `#` begins a comment line, empty lines are skipped.
///
/// The form in which this project keeps its lexicons and authority tables.
public struct TabSeparatedTable: Sendable {
  public let rows: [[String]]

  public init(_ bytes: [UInt8]) {
    rows = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  /// The parts of a cell that holds several values, separated by `|`.
  public static func values(_ cell: String) -> [String] {
    cell.split(separator: "|").map { value in
      let start = value.drop { $0 == " " }
      return String(start.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }
}

extension [String] {
  /// The cell of a row, empty where the row is shorter.
  public func cell(_ index: Int) -> String { index < count ? self[index] : "" }
}
