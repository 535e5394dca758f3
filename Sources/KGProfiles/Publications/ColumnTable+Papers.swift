internal import KGLexicon
internal import KGModel
internal import KGText

extension ColumnTable {
  /// The paper in a row of a table of papers; `nil` when the row has no title.
  func paper(_ block: Block) -> PaperRecord? {
    // The cell may have the authors below the title.
    guard let lines = cell("title", of: block)?.lines, let cell = lines.first, cell.count >= 4
    else { return nil }
    let title = PublicationEntry.splitTrailingVenue(cell).title
    var paper = PaperRecord(title: Stated(title.collapsed, title, rule: .publicationTableTitle))
    if let authors = self.cell("authors", of: block),
      let list = AuthorList(authors, rule: .publicationTableAuthors)
    {
      paper.authors = list.names
      paper.isAuthorListComplete = list.isComplete
    }
    if paper.authors.isEmpty, lines.count > 1,
      let list = AuthorList(lines[1], rule: .publicationTableAuthors)
    {
      paper.authors = list.names
      paper.isAuthorListComplete = list.isComplete
    }
    if let venue = self.cell("venue", of: block) { paper.set(VenueMention(venue)) }
    if let date = self.cell("date", of: block), let year = DateParser.years(in: date).first {
      paper.year = Stated(year.value, date.slice(year.range), rule: .publicationTableYear)
    }
    return paper
  }
}
