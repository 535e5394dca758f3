internal import KGLexicon
internal import KGText

/// What a line of a publication list is: a year, a venue, a remark or an entry.
extension Publications {
  /// A line that is only a year applies to the entries after it: “2024”, “[2023]”.
  static func yearAlone(_ block: Block) -> Stated<Int>? {
    let span = block.span.trimming("[](): -–*年")
    guard span.count == 4, let year = DateParser.years(in: span).first else { return nil }
    return Stated(year.value, span, rule: .publicationHeadingYear)
  }

  /// A line that is only a venue with its year: “ACM MM 2023 Oral”.
  static func venueAlone(_ block: Block) -> VenueMention? {
    guard !block.isListItem, block.span.count <= 60, block.span.lines.count == 1,
      VenueMention.isKnown(block.span)
        || block.span.words.first.map({ VenueMention.isKnown($0) }) ?? false
    else { return nil }
    let mention = VenueMention(block.span)
    return mention.year != nil && block.span.wordCount <= 8 ? mention : nil
  }

  /// The authors of a line with nothing else; `nil` for other lines. After “with” the owner of the list is one more.
  static func authorsAlone(_ line: Span) -> AuthorList? {
    AuthorList(line, rule: .publicationAuthorLine).flatMap {
      $0.names.count > 1 || $0.omitsOwner ? $0 : nil
    }
  }

  /// The entries of a paragraph whose lines begin with numbers, bullets or authors: a list without
  /// markup.
  static func entries(of block: Block) -> [Span] {
    let span = block.span
    let lines = span.lines
    var starts = lines.filter { ListMarker.length(in: $0.scalars) != nil }
    if starts.isEmpty, !block.isListItem {
      starts = lines.indices.filter { index in
        startsWithAuthors(lines[index])
          && (index == 0 || lines[index - 1].hasSuffix(".") || lines[index - 1].hasSuffix(")")
            || isListHeading(lines[index - 1]))
      }.map { lines[$0] }
    }
    guard starts.count > 1, let first = lines.first,
      starts[0].lower == first.lower
        || lines.count > 1 && starts[0].lower == lines[1].lower && isListHeading(first)
    else { return [span] }
    return starts.indices.map { index in
      let end = index + 1 < starts.count ? starts[index + 1].lower : span.upper
      return span.between(starts[index].lower, end).trimmed
    }
  }

  /// “Journal articles” or 期刊论文 above the entries, in one paragraph with them.
  private static func isListHeading(_ line: Span) -> Bool {
    line.count <= 40 && SectionTitle.kinds(of: line.trimming(": ")).contains(.publications)
  }

  /// Whether a line contains authors and a title and thus begins an entry.
  private static func startsWithAuthors(_ line: Span) -> Bool {
    let segments = EntryText.segments(of: line)
    guard segments.count > 1 else { return false }
    return (AuthorList(segments[0])?.names.count ?? 0) > 1
  }

  /// Whether an item is not an entry: “(* equal contribution)”, “Google Scholar”, a line of links.
  static func isRemark(_ span: Span) -> Bool {
    if !span.hasMoreWords(than: 2), !span.containsHan { return true }
    // “*A. Quill, B. Foe. Title. 2020” is an entry: the asterisk marks authors in alphabetical
    // order.
    if ["*", "(*", "†", "note:"].contains(where: span.hasPrefix), span.count < 120,
      DateParser.years(in: span).isEmpty
    {
      return true
    }
    // “† = supervised student”
    if let sign = span.folded.first, !sign.isLetter, !sign.isDigit,
      span.from(span.lower + 1).trimmed.hasPrefix("= ")
    {
      return true
    }
    let remarks = Lexicon.shared.listRemarks.matches(in: span)
    guard !remarks.isEmpty else { return false }
    if remarks.contains(where: { $0.value == "opening" && $0.range.lowerBound == span.lower }) {
      return true
    }
    // “Student co-authors are underlined (as of 2024)”
    if remarks.contains(where: { $0.value == "sentence" }), span.wordCount < 30,
      EntryText.segments(of: span).allSatisfy({ PublicationEntry.authors(in: $0) == nil })
    {
      return true
    }
    return span.count < 160 && DateParser.years(in: span).isEmpty
      && remarks.contains { $0.value != "beginning" || $0.range.lowerBound == span.lower }
  }

  /// A row without its first or last cell, when that is the date.
  static func withoutDateColumn(_ span: Span) -> (entry: Span, year: Stated<Int>?) {
    let cells = span.split(at: "\t")
    guard cells.count > 1, let first = cells.first, let last = cells.last else {
      return (span, nil)
    }
    for cell in [first, last] {
      guard let date = DateParser.firstInterval(in: cell), date.range.count + 2 >= cell.count,
        let year = DateParser.years(in: cell).last
      else { continue }
      let entry =
        cell.lower == first.lower
        ? span.from(cells[1].lower) : span.to(cells[cells.count - 2].upper)
      return (entry, Stated(year.value, cell.slice(year.range), rule: .publicationDateColumn))
    }
    return (span, nil)
  }

}
