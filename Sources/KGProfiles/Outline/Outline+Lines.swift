import KGLexicon
import KGText

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
    var blocks = lines[..<header].map { Block(.paragraph, block.text.part($0.range)) }
    var rows = [[lines[header]]]
    for line in lines[(header + 1)...] {
      if line.contains("\t") || rows.count == 1 && line.count > longestRestOfHeader {
        rows.append([line])
      } else {
        rows[rows.count - 1].append(line)
      }
    }
    // Words of the header that did not fit into their column name nothing else.
    rows[0] = [lines[header]]
    blocks += rows.map { Block(.tableRow, joined($0, in: block.text)) }
    return blocks
  }

  /// Characters of a line below the header of a table that is the rest of a narrow column's name.
  private static let longestRestOfHeader = 6

  /// A row with the lines below it that go on with its first cell, each character with its place.
  private static func joined(_ lines: [Span], in text: SourceText) -> SourceText {
    guard let row = lines.first, lines.count > 1 else {
      return text.part((lines.first ?? text.whole).range)
    }
    let end = row.first(of: "\t")?.lowerBound ?? row.upper
    var scalars: [Unicode.Scalar] = []
    var offsets = ByteOffsets()
    func append(_ span: Span) {
      for place in span.range {
        scalars.append(text.scalars[place])
        offsets.append(text.byte(of: place))
      }
    }
    append(row.to(end).trimmed)
    for line in lines.dropFirst() {
      scalars.append(" ")
      offsets.append(text.byte(of: line.lower))
      append(line)
    }
    append(row.from(end))
    offsets.append(text.byte(of: row.upper))
    return SourceText(scalars: Characters(scalars), offsets: offsets)
  }
}
