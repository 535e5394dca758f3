/// The rows of a table of tab-separated values: `#` begins a comment line, empty lines are skipped.
///
/// The lexicons and authority tables of this project have this format.
package struct TabSeparatedTable: Sendable {
  /// The cells of each row, in the order of the file.
  package let rows: [[String]]

  /// - Parameter bytes: The table as UTF-8.
  package init(_ bytes: [UInt8]) { self = bytes.withUnsafeBufferPointer { Self($0) } }

  /// - Parameter bytes: The table as UTF-8, which is copied.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var rows: [[String]] = []
    Self.forEachRow(of: bytes) { row in
      rows.append(row.cells.map { String(decoding: bytes[$0], as: UTF8.self) })
    }
    self.rows = rows
  }

  /// A row of a table in its bytes.
  package struct Row {
    let bytes: UnsafeBufferPointer<UInt8>
    /// The places of the cells.
    package fileprivate(set) var cells: [Range<Int>] = []

    /// The bytes of a cell; none where the row is shorter.
    package func cell(_ index: Int) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: bytes[index < cells.count ? cells[index] : 0..<0])
    }

    /// The text of a cell; empty where the row is shorter.
    package func text(_ index: Int) -> String { String(decoding: cell(index), as: UTF8.self) }
  }

  /// Visits the rows of a table one by one, without making strings of the cells: models have fifty thousand rows.
  package static func forEachRow(
    of bytes: UnsafeBufferPointer<UInt8>, visit: (Row) -> Void
  ) {
    var row = Row(bytes: bytes)
    var start = 0
    while start < bytes.count {
      var end = start
      row.cells.removeAll(keepingCapacity: true)
      var cell = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") {
        if bytes[end] == UInt8(ascii: "\t") {
          row.cells.append(cell..<end)
          cell = end + 1
        }
        end += 1
      }
      row.cells.append(cell..<end)
      if end > start, bytes[start] != UInt8(ascii: "#") { visit(row) }
      start = end + 1
    }
  }

  /// The values of a cell in which several are separated by `|`, without surrounding spaces; empty for
  /// an empty cell.
  package static func values(_ cell: String) -> [String] {
    let space = UInt8(ascii: " ")
    return cell.utf8.split(separator: UInt8(ascii: "|")).compactMap { value in
      let start = value.drop { $0 == space }
      guard let last = start.lastIndex(where: { $0 != space }) else { return nil }
      return String(Substring(start[...last]))
    }
  }
}

extension [String] {
  /// The cell of a row; an empty string where the row is shorter.
  package func cell(_ index: Int) -> String { index < count ? self[index] : "" }
}
