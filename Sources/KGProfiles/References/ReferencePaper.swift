internal import KGLexicon
internal import KGModel
internal import KGText

extension ReferenceReading {
  /// The paper that the fields are of; `nil` without a title.
  ///
  /// - Parameter span: The reference.
  func paper(in span: Span) -> PaperRecord? {
    guard let title = title.map(PublicationEntry.trimTitle), PublicationEntry.isTitle(title) else {
      return nil
    }
    var paper = PaperRecord(title: Stated(title.collapsed, title, rule: .referenceTitle))
    paper.authors = authors.compactMap(Self.author)
    paper.isAuthorListComplete = !paper.authors.isEmpty && !omitsAuthors && !omitsOwner
    for rest in [span.from(title.upper), span.to(title.lower)] {
      let remarks = VenueMention(remarksIn: rest)
      paper.presentation = paper.presentation ?? remarks.presentation
      paper.status = paper.status ?? remarks.status
    }
    if let venue {
      let mention = VenueMention(venue)
      paper.venue = mention.name.map { Stated($0.value, $0.span, rule: .referenceVenue) }
      paper.year = mention.year
    }
    paper.year = year.flatMap(Self.year) ?? paper.year
    return paper
  }

  private static func author(_ span: Span) -> Stated<String>? {
    let name = AuthorList.clean(span)
    guard !name.isEmpty else { return nil }
    return Stated(AuthorList.givenFirst(name), name, rule: .referenceAuthor)
  }

  /// Two digits are a year of this century up to `lastShortYear`.
  private static let lastShortYear = 50

  private static func year(_ span: Span) -> Stated<Int>? {
    guard let number = Int(span.foldedString) else { return nil }
    let year = span.count == 2 ? number + (number < lastShortYear ? 2000 : 1900) : number
    return (1900...2099).contains(year) ? Stated(year, span, rule: .referenceYear) : nil
  }
}
