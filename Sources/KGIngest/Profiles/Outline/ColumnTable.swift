internal import KGModel

/// A table whose first row names its columns: what each cell below holds is known from its place.
struct ColumnTable {
  private let columns: [String]

  /// The columns that a row names, when most of its cells are heads of columns.
  init?(header block: Block) {
    guard block.kind == .tableRow else { return nil }
    let cells = Self.cells(of: block)
    guard cells.count >= 2 else { return nil }
    columns = cells.map { cell in
      let bare = cell.trimming(": *")
      return Lexicon.shared.tableHeaders.matches(in: bare).first { $0.range == bare.range }?.value
        ?? ""
    }
    let known = columns.filter { !$0.isEmpty }
    guard known.count * 5 >= cells.count * 3, known.contains("title") else { return nil }
  }

  func has(_ column: String) -> Bool { columns.contains(column) }

  /// The cell of a row in a column; empty where the row ends before.
  func cell(_ column: String, of block: Block) -> Span? {
    guard block.kind == .tableRow, let index = columns.firstIndex(of: column) else { return nil }
    let cells = Self.cells(of: block)
    guard index < cells.count, cells.count * 2 > columns.count else { return nil }
    let cell = cells[index].trimmed
    return cell.isEmpty ? nil : cell
  }

  /// The cells, empty ones too, which keep the places of the others.
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

  /// A paper of a table of papers.
  func paper(_ block: Block) -> PaperRecord? {
    // A cell may hold the authors below the title.
    guard let lines = cell("title", of: block)?.lines, let cell = lines.first, cell.count >= 4
    else { return nil }
    let title = PublicationEntry.splitTrailingVenue(cell).title
    var paper = PaperRecord(title: Stated(title.collapsed, title, rule: "publication.tableTitle"))
    if let authors = self.cell("authors", of: block),
      let list = AuthorList(authors, rule: "publication.tableAuthors")
    {
      paper.authors = list.names
      paper.isAuthorListComplete = list.isComplete
    }
    if paper.authors.isEmpty, lines.count > 1,
      let list = AuthorList(lines[1], rule: "publication.tableAuthors")
    {
      paper.authors = list.names
      paper.isAuthorListComplete = list.isComplete
    }
    if let venue = self.cell("venue", of: block) { paper.set(VenueMention(venue)) }
    if let date = self.cell("date", of: block), let year = DateParser.years(in: date).first {
      paper.year = Stated(year.value, date.slice(year.range), rule: "publication.tableYear")
    }
    return paper
  }
}
