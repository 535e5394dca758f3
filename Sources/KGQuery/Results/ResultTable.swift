internal import KGModel
internal import KGSPARQL

/// A table for people: columns aligned in the cells of a terminal, IRIs shortened by prefixes.
struct ResultTable {
  private let header: [String]
  private let rows: [[String]]
  private let isNumber: [Bool]

  /// - Parameter hidesNodes: Leaves out columns of minted IRIs, which mean nothing to people, unless rows would
  ///   become equal.
  init(_ table: SolutionTable, hidesNodes: Bool) {
    let table = hidesNodes ? Self.withoutNodes(table) : table
    header = table.variables.map(\.name)
    rows = table.rows.map { row in row.map { $0.map(Self.cell) ?? "" } }
    isNumber = table.variables.indices.map { column in
      table.rows.contains { $0[column] != nil }
        && table.rows.allSatisfy { $0[column].map { Numeric($0) != nil } ?? true }
    }
  }

  private static func withoutNodes(_ table: SolutionTable) -> SolutionTable {
    let columns = table.variables.indices.filter { column in
      !table.rows.allSatisfy { $0[column]?.iri.map(NodeIRI.isMinted) ?? false }
    }
    let rows = table.rows.map { row in columns.map { row[$0] } }
    guard !columns.isEmpty, Set(rows).count == rows.count else { return table }
    return SolutionTable(variables: columns.map { table.variables[$0] }, rows: rows)
  }

  /// The header, a rule, one line for each row, and the number of rows.
  ///
  /// - Parameters:
  ///   - width: The terminal cells that a line may take; `nil` shortens nothing.
  ///   - closing: What to say after the number.
  func text(width: Int?, closing: String) -> String {
    guard !rows.isEmpty else { return "0 rows\(closing)\n" }
    let widths = columnWidths(limit: width)
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap)
    let lines = [line(header, widths), rule] + rows.map { line($0, widths) }
    let count = "\(rows.count) \(rows.count == 1 ? "row" : "rows")\(closing)"
    return (lines + [count]).map { $0 + "\n" }.joined()
  }

  /// What each column takes. Of a table that is too wide the widest columns give way, numbers never; when they are
  /// at the minimum and the table is still too wide, it stays so.
  private func columnWidths(limit: Int?) -> [Int] {
    let widths = header.indices.map { column in
      ([header[column]] + rows.map { $0[column] }).map { displayWidth($0) }.max() ?? 0
    }
    guard let limit else { return widths }
    let gaps = Self.gap.count * max(0, widths.count - 1)
    func capped(_ cap: Int) -> [Int] { zip(widths, isNumber).map { $1 ? $0 : min($0, cap) } }
    var cap = min(widths.max() ?? 0, limit)
    while cap > Self.minimumWidth, capped(cap).reduce(gaps, +) > limit { cap -= 1 }
    return capped(cap)
  }

  private static let gap = "  "
  /// Below this a column says nothing any more.
  private static let minimumWidth = 8

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = cells.indices.map { column in
      let cell = shortened(cells[column], toWidth: widths[column])
      let space = String(repeating: " ", count: widths[column] - displayWidth(cell))
      return isNumber[column] ? space + cell : cell + space
    }
    let joined = padded.joined(separator: Self.gap)
    return String(joined.reversed().drop { $0 == " " }.reversed())
  }

  private static func cell(_ term: Term) -> String {
    // A control character from a document must not reach the terminal.
    let safe: [Unicode.Scalar] = (term.iri?.shortForm ?? term.plainText).unicodeScalars.map {
      $0.controlsTerminal ? " " : $0
    }
    return String(String.UnicodeScalarView(safe))
  }
}
