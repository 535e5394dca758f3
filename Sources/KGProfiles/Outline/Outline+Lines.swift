internal import KGLexicon
internal import KGText

/// Finds titles and tables in the lines of text without markup, such as that of a PDF, where a block often holds
/// several sections.
extension Outline {
  /// A block, split at the lines that are titles of sections by their words alone.
  static func splittingAtTitles(_ block: Block) -> [Block] {
    guard block.kind == .paragraph || block.kind == .tableRow, case let lines = block.span.lines,
      lines.count > 1
    else { return [block] }
    return split(block, at: lines.filter(SectionTitle.isTitleLine)) { $0 ? .paragraph : block.kind }
  }

  /// A block with the header of a table in it, split into the lines above the table and its rows.
  ///
  /// A line with one cell goes on with the first cell of the row above it: a long title. A shorter one below the
  /// header belongs to the header.
  static func splittingAtRows(_ block: Block) -> [Block] {
    guard block.kind == .tableRow, case let lines = block.span.lines, lines.count > 2,
      let header = lines.firstIndex(where: { line in
        line.contains("\t")
          && ColumnTable(header: Block(.tableRow, line.text.part(line.range))) != nil
      })
    else { return [block] }
    var rows: [[Span]] = []
    for line in lines[(header + 1)...] {
      // Words of the header that did not fit into the width of their column.
      if rows.isEmpty, !line.contains("\t"), line.count <= longestRestOfHeader { continue }
      if line.contains("\t") || rows.isEmpty {
        rows.append([line])
      } else {
        rows[rows.count - 1].append(line)
      }
    }
    let above = lines[..<header].map { Block(.paragraph, block.text.part($0.range)) }
    return above + [Block(.tableRow, block.text.part(lines[header].range))]
      + rows.map { Block(.tableRow, joined($0)) }
  }

  /// Characters of a line below the header of a table that is the rest of a narrow column's name.
  private static let longestRestOfHeader = 6

  /// A row with the lines below it that go on with its first cell.
  private static func joined(_ lines: [Span]) -> SourceText {
    let row = lines[0]
    guard lines.count > 1 else { return row.text.part(row.range) }
    let end = row.first(of: "\t")?.lowerBound ?? row.upper
    return row.text.joining(
      [row.to(end).trimmed.range] + lines.dropFirst().map(\.range) + [end..<row.upper])
  }
}
