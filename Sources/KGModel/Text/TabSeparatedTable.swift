/// The rows of a table of tab-separated values: `#` begins a comment line, empty lines are skipped.
///
/// The lexicons and authority tables of this project have this format.
package struct TabSeparatedTable: Sendable {
  /// The cells of each row, in the order of the file.
  package let rows: [[String]]

  /// - Parameter bytes: The table as UTF-8.
  package init(_ bytes: [UInt8]) { self.init(text: String(decoding: bytes, as: UTF8.self)) }

  /// - Parameter bytes: The table as UTF-8, which is copied.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.init(text: String(decoding: bytes, as: UTF8.self))
  }

  private init(text: String) {
    rows = text.split(whereSeparator: \.isNewline)
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  /// The values of a cell in which several are separated by `|`, without surrounding spaces; empty for
  /// an empty cell.
  package static func values(_ cell: String) -> [String] {
    cell.split(separator: "|").map { value in
      let start = value.drop { $0 == " " }
      return String(start.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }
}

extension [String] {
  /// The cell of a row; an empty string where the row is shorter.
  package func cell(_ index: Int) -> String { index < count ? self[index] : "" }
}
