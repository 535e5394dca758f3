/// The cells of an open table that go on in the rows below (`rowspan`): a year beside its papers, a university beside two
/// degrees. Their text is told again in each row.
struct SpanningCells {
  private struct Cell {
    let text: SourceText
    var rows: Int
  }

  /// By column.
  private var cells: [Int: Cell] = [:]
  /// The column of the next cell.
  private var column = 0
  /// The open cell, where it goes on below.
  private var open: (column: Int, rows: Int, start: BlockBuilder.Mark)?

  /// What is longer is a picture's legend or a menu beside the content.
  private static let maximumLength = 120  // characters
  private static let maximumRows = 200
  private static let maximumColumns = 64

  mutating func beginRow() {
    column = 0
    open = nil
  }

  /// Begins the next cell of a row, behind those that go on from above.
  mutating func beginCell(
    rowspan: String?, colspan: String?, at offset: Int, in builder: inout BlockBuilder
  ) {
    endCell(in: builder)
    tellAgain(at: offset, in: &builder)
    builder.beginCell(at: offset)
    let rows = min(rowspan.flatMap { Int($0) } ?? 1, Self.maximumRows)
    if rows > 1, column < Self.maximumColumns { open = (column, rows, builder.mark) }
    column += max(1, min(colspan.flatMap { Int($0) } ?? 1, 100))
  }

  mutating func endCell(in builder: BlockBuilder) {
    guard let cell = open else { return }
    open = nil
    guard let text = builder.text(since: cell.start), !text.whole.trimmed.isEmpty,
      text.scalars.count <= Self.maximumLength
    else { return }
    cells[cell.column] = Cell(text: text, rows: cell.rows)
  }

  mutating func endRow(at offset: Int, in builder: inout BlockBuilder) {
    endCell(in: builder)
    tellAgain(at: offset, in: &builder)
    for (column, cell) in cells {
      cells[column] = cell.rows > 1 ? Cell(text: cell.text, rows: cell.rows - 1) : nil
    }
  }

  private mutating func tellAgain(at offset: Int, in builder: inout BlockBuilder) {
    while let cell = cells[column] {
      builder.beginCell(at: offset)
      builder.append(cell.text)
      column += 1
    }
  }
}
