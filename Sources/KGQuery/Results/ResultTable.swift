internal import KGModel
internal import KGSPARQL

/// A table for people: columns aligned in the cells of a terminal, IRIs shortened.
struct ResultTable {
  private let header: [String]
  private let rows: [[String]]
  private let isNumber: [Bool]

  /// - Parameter hidesNodes: leaves out the columns of our own IRIs, which say nothing to people,
  ///   unless rows could not be told apart without them.
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

  /// Header, rule, one line a row, and the number of rows.
  ///
  /// - Parameter closing: What to say after the number.
  func text(closing: String) -> String {
    guard !rows.isEmpty else { return "0 rows\(closing)\n" }
    let widths = header.indices.map { column in
      ([header[column]] + rows.map { $0[column] }).map(displayWidth).max() ?? 0
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    let lines = [line(header, widths), rule] + rows.map { line($0, widths) }
    let count = "\(rows.count) \(rows.count == 1 ? "row" : "rows")\(closing)"
    return (lines + [count]).map { $0 + "\n" }.joined()
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = cells.indices.map { column in
      let space = String(repeating: " ", count: widths[column] - displayWidth(cells[column]))
      return isNumber[column] ? space + cells[column] : cells[column] + space
    }
    let joined = padded.joined(separator: "  ")
    return String(joined.reversed().drop { $0 == " " }.reversed())
  }

  private static func cell(_ term: Term) -> String {
    // A control character from a document must not reach the terminal.
    let safe = (term.iri?.shortForm ?? term.plainText).unicodeScalars.map {
      scalar -> Unicode.Scalar in
      scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || (0x202A...0x202E).contains(scalar.value)
        || (0x2066...0x2069).contains(scalar.value) ? " " : scalar
    }
    return String(String.UnicodeScalarView(safe))
  }
}

/// Gathers rows for a table.
struct TableWriter: FormatWriter {
  private let hidesNodes: Bool
  private let closing: () -> String
  let write: (String) throws -> Void
  private var variables: [Variable] = []
  private var rows: [[Term?]] = []

  init(
    hidesNodes: Bool, closing: @escaping () -> String, write: @escaping (String) throws -> Void
  ) {
    self.hidesNodes = hidesNodes
    self.closing = closing
    self.write = write
  }

  mutating func begin(_ variables: [Variable]) { self.variables = variables }
  mutating func add(_ solution: [Term?]) { rows.append(solution) }

  mutating func finish(isCut: Bool) throws {
    let table = ResultTable(
      SolutionTable(variables: variables, rows: rows), hidesNodes: hidesNodes)
    try write(table.text(closing: (isCut ? ", and more" : "") + closing()))
  }
}

/// The number of terminal cells that a text takes: two for wide East Asian characters and emoji, none
/// for combining marks (Unicode Standard Annex 11).
public func displayWidth(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { width, scalar in
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return width
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return width + 2
    default: return width + 1
    }
  }
}
