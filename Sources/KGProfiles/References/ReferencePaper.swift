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
    let version = VenueMention.otherVersion(in: span)
    let own = year.flatMap { year in
      version.map { $0.overlaps(year.range) } == true ? nil : Self.year(year)
    }
    paper.year = own ?? paper.year
    return paper
  }

  /// A venue with the abbreviations that follow it and the letter of its section: “Phys. Rev.” of “Phys. Rev. D94”, with
  /// “D”.
  static func withSection(_ venue: Span, in span: Span) -> Span {
    guard let last = venue.lastWord, last.count <= longestAbbreviation,
      last.text.scalars[last.lower].isUpper
    else { return venue }
    var end = venue.upper
    while end < span.upper,
      span.text.folded[end] == "." || venue.hasSuffix(".") && end == venue.upper
    {
      let rest = span.from(end).trimming(". ")
      guard let word = rest.words.first, word.lower == rest.lower,
        word.text.scalars[word.lower].isUpper
      else { break }
      let letters = word.folded.prefix { $0.isLetter }.count
      if letters == 1, word.count > 1,
        word.from(word.lower + 1).folded.allSatisfy({ $0.isDigit || $0 == "-" })
      {
        return span.between(venue.lower, word.lower + 1)
      }
      guard letters == word.count, word.count <= longestAbbreviation, word.upper < span.upper,
        span.text.folded[word.upper] == "."
      else { break }
      end = word.upper
    }
    return span.between(venue.lower, end)
  }

  /// Letters of an abbreviated word in the name of a journal: “Commun”, “Astrophys”.
  private static let longestAbbreviation = 9

  private static func author(_ span: Span) -> Stated<String>? {
    let name = AuthorList.clean(span)
    guard !name.isEmpty else { return nil }
    return Stated(AuthorList.givenFirst(name), name, rule: .referenceAuthor)
  }

  /// Two digits are a year of this century up to `lastShortYear`.
  private static let lastShortYear = 50

  private static func year(_ span: Span) -> Stated<Int>? {
    guard let number = Int(span.foldedString), span.count != 2 || !endsRange(span) else {
      return nil
    }
    let year = span.count == 2 ? number + (number < lastShortYear ? 2000 : 1900) : number
    return (1900...2099).contains(year) ? Stated(year, span, rule: .referenceYear) : nil
  }

  /// Whether a dash and another number come before a number: “pages 18-27, May 2018”.
  private static func endsRange(_ number: Span) -> Bool {
    let before = number.text.whole.to(number.lower)
    guard let dash = before.folded.last, dash == "-" || dash == "–" else { return false }
    return before.folded.dropLast().last?.isDigit ?? false
  }
}
