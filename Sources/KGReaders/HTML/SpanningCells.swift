internal import KGText

/// The cells of open tables that extend over the rows below (`rowspan`): a year beside its papers, a
/// university beside two degrees. Their text is repeated in each row.
struct SpanningCells {
  private struct Cell {
    let text: SourceText
    /// The rows below that it still extends over, and the current one.
    var rows: Int
  }

  private struct Table {
    /// By column.
    var cells: [Int: Cell] = [:]
    /// The column of the next cell.
    var column = 0
    var hasOwnCells = false
    /// The open cell, when it extends over rows below.
    var open: (column: Int, rows: Int, start: BlockBuilder.Position)?
  }

  /// The open tables, the innermost last; a row outside of a table has none.
  private var tables: [Table] = []
  /// The number of characters that may still be repeated: a small page could ask for gigabytes.
  private var remaining = 1 << 20

  /// A longer cell is a caption or a menu beside the content, and is not repeated.
  private static let maximumLength = 120  // characters
  private static let maximumRows = 200
  private static let maximumColumns = 64

  mutating func beginTable() { tables.append(Table()) }
  mutating func endTable() { _ = tables.popLast() }

  mutating func beginRow() {
    change { table, _ in
      table.column = 0
      table.hasOwnCells = false
      table.open = nil
    }
  }

  /// Begins the next cell of a row, after those that extend from above.
  mutating func beginCell(
    rowspan: String?, colspan: String?, at offset: Int, in builder: inout BlockBuilder
  ) {
    endCell(in: builder)
    repeatSpannedCells(at: offset, in: &builder)
    builder.beginCell(at: offset)
    let start = builder.position
    change { table, _ in
      table.hasOwnCells = true
      let rows = min(rowspan.flatMap { Int($0) } ?? 1, Self.maximumRows)
      if rows > 1, table.column < Self.maximumColumns { table.open = (table.column, rows, start) }
      table.column += max(1, min(colspan.flatMap { Int($0) } ?? 1, Self.maximumColumns))
    }
  }

  mutating func endCell(in builder: BlockBuilder) {
    change { table, _ in
      guard let cell = table.open else { return }
      table.open = nil
      guard let text = builder.text(since: cell.start, atMost: Self.maximumLength),
        !text.whole.trimmed.isEmpty
      else { return }
      table.cells[cell.column] = Cell(text: text, rows: cell.rows)
    }
  }

  mutating func endRow(at offset: Int, in builder: inout BlockBuilder) {
    endCell(in: builder)
    if tables.last?.hasOwnCells == true { repeatSpannedCells(at: offset, in: &builder) }
    change { table, _ in
      for (column, cell) in table.cells {
        table.cells[column] = cell.rows > 1 ? Cell(text: cell.text, rows: cell.rows - 1) : nil
      }
    }
  }

  private mutating func repeatSpannedCells(at offset: Int, in builder: inout BlockBuilder) {
    change { table, remaining in
      while let cell = table.cells[table.column], remaining > 0 {
        builder.beginCell(at: offset)
        builder.append(cell.text)
        remaining -= cell.text.scalars.count
        table.column += 1
      }
    }
  }

  private mutating func change(_ body: (inout Table, inout Int) -> Void) {
    guard !tables.isEmpty else { return }
    body(&tables[tables.count - 1], &remaining)
  }
}
