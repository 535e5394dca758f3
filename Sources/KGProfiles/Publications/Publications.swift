internal import KGLexicon
internal import KGModel
internal import KGText

/// Reads the entries of publication lists: title first or authors first, in one line or several.
struct Publications {
  private(set) var papers = ChunkedArray<PaperRecord>()
  private(set) var unparsedLines: [UnparsedLine] = []
  private var headingYear: Stated<Int>?
  /// The index in ``papers`` by the key of the title.
  private var byTitle: [Int: Int] = [:]
  /// Keys of titles in list items; a title from a paragraph may be a remark.
  private var titlesOfListItems: Set<Int> = []
  /// The index of the last paper, while its authors may still follow in a separate block.
  private var paperAwaitingAuthors: Int?

  /// A hash of the folded title: a list may have a hundred thousand, and 64 bits are enough.
  private static func key(_ title: String) -> Int { foldedKey(title).hashValue }

  mutating func read(_ part: Outline.Part) {
    paperAwaitingAuthors = nil
    headingYear = part.heading.flatMap { heading in
      DateParser.years(in: heading).first.map {
        Stated($0.value, heading.slice($0.range), rule: .publicationHeadingYear)
      }
    }
    let isFirstAuthorList =
      part.heading.map { heading in
        ["first-author", "first author", "第一作者", "一作"].contains { heading.first(of: $0) != nil }
      } ?? false
    let groups = EntryGroups(part)
    var table: ColumnTable?
    // Whether each entry has a line with its venue above it; the first entry decides.
    let venuesLead =
      part.blocks.first { $0.kind != .rule }.map { Self.venueAlone($0) != nil } ?? false
    var venueAbove: VenueMention?
    // List items below a paragraph that is an entry describe it, unless they are entries
    // themselves.
    var isBelowEntry = false
    for (index, block) in part.blocks.enumerated() where block.kind != .rule {
      if let year = Self.yearAlone(block) {
        headingYear = year
        continue
      }
      if let header = ColumnTable(header: block) {
        table = header
        continue
      }
      if let columns = table, block.kind == .tableRow {
        if var paper = columns.paper(block) {
          if paper.year == nil { paper.year = headingYear }
          add(paper, paper.title.span)
        }
        continue
      }
      table = nil
      if let group = groups.byAuthors[index] {
        var paper = group.paper
        paper.isOwnerFirst = isFirstAuthorList
        if paper.year == nil { paper.year = headingYear }
        add(paper, paper.title.span)
        paperAwaitingAuthors = nil
        isBelowEntry = true
      } else if !groups.consumed.contains(index) {
        if venuesLead, let venue = Self.venueAlone(block) {
          venueAbove = venue
          continue
        }
        let count = papers.count
        for entry in Self.entries(of: block) {
          read(
            entry, isFirstAuthorList: isFirstAuthorList, isListItem: block.isListItem,
            isDetail: isBelowEntry && block.isListItem)
        }
        // Links may come between an entry and its description.
        if !block.isListItem {
          isBelowEntry = papers.count > count || isBelowEntry && !block.span.links.isEmpty
        }
        if let venue = venueAbove, papers.count > count, !block.isListItem {
          if papers[count].venue == nil || papers[count].year == nil { papers[count].set(venue) }
          venueAbove = nil
        }
      }
    }
  }

  /// A line that is only a year applies to the entries after it: “2024”, “[2023]”.
  private static func yearAlone(_ block: Block) -> Stated<Int>? {
    let span = block.span.trimming("[](): -–*年")
    guard span.count == 4, let year = DateParser.years(in: span).first else { return nil }
    return Stated(year.value, span, rule: .publicationHeadingYear)
  }

  /// A line that is only a venue with its year: “ACM MM 2023 Oral”.
  private static func venueAlone(_ block: Block) -> VenueMention? {
    guard !block.isListItem, block.span.count <= 60, block.span.lines.count == 1 else { return nil }
    let mention = VenueMention(block.span)
    let isVenue =
      mention.isKnown || block.span.words.first.map { VenueMention($0).isKnown } ?? false
    return isVenue && mention.year != nil && block.span.wordCount <= 8 ? mention : nil
  }

  /// Removes papers without authors, venue and year, which are remarks when most others have one of
  /// these.
  mutating func removeRemarks() {
    let isRemark = { [titlesOfListItems] (paper: PaperRecord) in
      paper.hasOnlyTitle && !titlesOfListItems.contains(Self.key(paper.title.value))
    }
    let informativeCount = papers.count - papers.lazy.filter(isRemark).count
    guard informativeCount >= 3, informativeCount * 2 >= papers.count else { return }
    papers.removeAll(where: isRemark)
  }

  /// Reads the signs after the authors' names.
  mutating func apply(_ marks: AuthorMarks) {
    for place in papers.indices {
      papers[place].notes = papers[place].authors.enumerated().flatMap { author, name in
        marks.notes(of: name.span).map {
          (author, Stated($0.note, $0.span, rule: .publicationAuthorMark))
        }
      }
    }
  }

  /// Whether four digits look like a year, or two do after an apostrophe (CVPR'21).
  private static func hasYear(_ text: SourceText) -> Bool {
    var run = 0
    var first: Unicode.Scalar = "0"
    for scalar in text.folded {
      if scalar.isDigit {
        if run == 0 { first = scalar }
        run += 1
        if run == 4, first == "1" || first == "2" { return true }
      } else {
        if run == 2 { return true }
        run = 0
      }
    }
    return run == 2
  }

  /// Whether a part with another or no heading is a list of publications: several of its blocks
  /// have authors, a title, and a venue or year.
  static func isUnmarkedList(_ part: Outline.Part) -> Bool {
    let others: [SectionKind] = [
      .education, .experience, .patents, .awards, .service, .teaching, .talks, .people, .news,
      .skills,
    ]
    guard !part.kinds.contains(where: others.contains) else { return false }
    // Saves time: entries have commas, and a year or a venue, which most other parts lack.
    let likely = part.blocks.filter { block in
      block.kind != .rule && block.span.count < 3000
        && block.text.folded.reduce(0) { $0 + ($1 == "," || $1 == "\n" ? 1 : 0) } > 1
        && hasYear(block.text)
    }
    guard likely.count >= 2 else { return false }
    let candidates = part.blocks.filter { $0.kind != .rule && $0.span.wordCount > 8 }
    var entries = 0
    for (place, block) in likely.enumerated() {
      // Returns as soon as the answer is known: the entries of a long list are parsed a second time
      // later.
      if entries >= 2, entries * 5 >= candidates.count * 2 { return true }
      if (entries + likely.count - place) * 5 < candidates.count * 2 { return false }
      guard let paper = PublicationEntry(EntryMarker.removed(from: block.span)).paper else {
        continue
      }
      if paper.authors.count > 1, paper.venue != nil || paper.year != nil { entries += 1 }
    }
    return entries >= 2 && entries * 5 >= candidates.count * 2
  }

  /// The entries of a paragraph whose lines begin with numbers, bullets or authors: a list without
  /// markup.
  private static func entries(of block: Block) -> [Span] {
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

  /// - Parameter isDetail: Whether the item may be a description of the entry above it.
  private mutating func read(
    _ span: Span, isFirstAuthorList: Bool, isListItem: Bool, isDetail: Bool
  ) {
    let (entry, columnYear) = Self.withoutDateColumn(EntryMarker.removed(from: span))
    guard !entry.isEmpty, !Self.isRemark(entry) else { return }
    if let index = paperAwaitingAuthors, let list = AuthorList(entry, rule: .publicationAuthorLine),
      list.names.count > 1
    {
      papers[index].authors = list.names
      papers[index].isAuthorListComplete = list.isComplete
      paperAwaitingAuthors = nil
      return
    }
    paperAwaitingAuthors = nil
    guard var paper = PublicationEntry(entry).paper else {
      if entry.count > 20 {
        unparsedLines.append(UnparsedLine(span: entry, reason: "no title found"))
      }
      return
    }
    if isDetail, paper.hasOnlyTitle { return }
    paper.isOwnerFirst = isFirstAuthorList
    // A date next to a line without authors and venue does not date a paper: people are listed this
    // way, too.
    let hasDetails = !paper.authors.isEmpty || paper.venue != nil
    if paper.year == nil { paper.year = (hasDetails ? columnYear : nil) ?? headingYear }
    if isListItem { titlesOfListItems.insert(Self.key(paper.title.value)) }
    add(paper, entry)
  }

  private mutating func add(_ paper: PaperRecord, _ entry: Span) {
    let key = Self.key(paper.title.value)
    if let index = byTitle[key] {
      papers[index].merge(paper, entry)
    } else {
      byTitle[key] = papers.count
      papers.append(paper)
      if paper.authors.isEmpty { paperAwaitingAuthors = papers.count - 1 }
    }
  }

  /// Whether an item is not an entry: “(* equal contribution)”, “Google Scholar”, a line of links.
  private static func isRemark(_ span: Span) -> Bool {
    if span.wordCount < 3, !span.containsHan { return true }
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
  private static func withoutDateColumn(_ span: Span) -> (entry: Span, year: Stated<Int>?) {
    let cells = span.split { $0 == "\t" }
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

extension PaperRecord {
  /// Whether only the title is known.
  fileprivate var hasOnlyTitle: Bool { authors.isEmpty && venue == nil && year == nil }

  /// Adds what another entry for the same work states and this one lacks.
  mutating func merge(_ other: PaperRecord, _ entry: Span) {
    if other.authors.count > authors.count {
      authors = other.authors
      notes = other.notes
      isAuthorListComplete = other.isAuthorListComplete
    }
    venue = venue ?? other.venue
    year = year ?? other.year
    status = status ?? other.status
    presentation = presentation ?? other.presentation
    isOwnerFirst = isOwnerFirst || other.isOwnerFirst
    repeats.append(other.title.span)
  }
}
