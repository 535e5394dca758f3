internal import KGLexicon
internal import KGText

/// A table whose first row names its columns, so that the column determines what each cell
/// contains.
struct ColumnTable {
  private let columns: [String]

  /// The columns that a row names; `nil` unless most of its cells are known column names, one of
  /// them the title.
  init?(header block: Block) {
    guard block.kind == .tableRow else { return nil }
    let cells = Self.cells(of: block)
    guard cells.count >= 2 else { return nil }
    columns = cells.map(Self.column)
    let known = columns.filter { !$0.isEmpty }
    guard known.count * 5 >= cells.count * 3, known.contains("title") else { return nil }
  }

  /// What a header says that its column holds, also with another word for it: 会议/期刊, “Journal / Conference”; empty for
  /// an unknown one.
  private static func column(_ header: Span) -> String {
    let bare = header.trimming(": *")
    func known(_ name: Span) -> String? {
      Lexicon.shared.tableHeaders.matches(in: name).first { $0.range == name.range }?.value
    }
    if let column = known(bare) { return column }
    let names = bare.split { $0.isOne(of: "/&") || $0 == "或" || $0 == "及" }.map(known)
    return names.count > 1 && Set(names).count == 1 ? (names[0] ?? "") : ""
  }

  /// Whether the columns are those of a table of papers.
  var isOfPapers: Bool { has("venue") || has("authors") && !has("patent") }

  func has(_ column: String) -> Bool { columns.contains(column) }

  /// The cell of a row in a column; `nil` where it is empty or the row is too short.
  func cell(_ column: String, of block: Block) -> Span? {
    guard block.kind == .tableRow, let index = columns.firstIndex(of: column) else { return nil }
    let cells = Self.cells(of: block)
    guard index < cells.count, cells.count * 2 > columns.count else { return nil }
    let cell = cells[index].trimmed
    return cell.isEmpty ? nil : cell
  }

  /// All cells, with the empty ones, so that each keeps its column.
  private static func cells(of block: Block) -> [Span] {
    let span = Span(block.text, block.text.scalars.indices)
    var cells: [Span] = []
    var start = span.lower
    for index in span.range where span.text.scalars[index] == "\t" {
      cells.append(span.between(start, index).trimmed)
      start = index + 1
    }
    cells.append(span.between(start, span.upper).trimmed)
    return cells
  }
}
