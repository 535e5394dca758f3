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
    // Bytes are searched much faster than characters.
    rows = text.utf8.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      .filter { $0.first != UInt8(ascii: "#") }
      .map { line in
        line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
          .map { String(Substring($0)) }
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
