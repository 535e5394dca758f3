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
    headingYear = part.heading.flatMap(Self.year)
    var section = Section(part)
    for (index, block) in part.blocks.enumerated() where block.kind != .rule {
      if let year = Self.yearAlone(block) {
        headingYear = year
      } else if let header = ColumnTable(header: block) {
        section.table = header
      } else if let table = section.table, block.kind == .tableRow {
        table.paper(block).map { addDated($0) }
      } else {
        section.table = nil
        read(block, index, in: &section)
      }
    }
  }

  /// A section while its blocks are read.
  private struct Section {
    let part: Outline.Part
    let groups: EntryGroups
    let isFirstAuthorList: Bool
    /// Whether each entry has a line with its venue above it; the first entry decides.
    let venuesLead: Bool
    var venueAbove: VenueMention?
    /// The table that the next rows belong to.
    var table: ColumnTable?
    /// List items below a paragraph that is an entry describe it, unless they are entries themselves.
    var isBelowEntry = false
    var agreement = ReadingAgreement()

    init(_ part: Outline.Part) {
      self.part = part
      groups = EntryGroups(part)
      isFirstAuthorList =
        part.heading.map { heading in
          Self.firstAuthorWords.contains { heading.first(of: $0) != nil }
        } ?? false
      let first = part.blocks.first { $0.kind != .rule }
      venuesLead = first.map { Publications.venueAlone($0) != nil } ?? false
    }

    private static let firstAuthorWords = ["first-author", "first author", "第一作者", "一作"]
  }

  private static func year(_ heading: Span) -> Stated<Int>? {
    DateParser.years(in: heading).first.map {
      Stated($0.value, heading.slice($0.range), rule: .publicationHeadingYear)
    }
  }

  /// Reads a block that is not a row of a table.
  private mutating func read(_ block: Block, _ index: Int, in section: inout Section) {
    if let group = section.groups.byAuthors[index] {
      var paper = group.paper
      paper.isOwnerFirst = section.isFirstAuthorList
      addDated(paper)
      paperAwaitingAuthors = nil
      section.isBelowEntry = true
      return
    }
    guard !section.groups.consumed.contains(index) else { return }
    if section.venuesLead, let venue = Self.venueAlone(block) {
      section.venueAbove = venue
      return
    }
    let count = papers.count
    for entry in Self.entries(of: block) {
      read(
        entry, isFirstAuthorList: section.isFirstAuthorList, isListItem: block.isListItem,
        isDetail: section.isBelowEntry && block.isListItem,
        isAside: section.part.asides.contains(index), &section.agreement)
    }
    guard !block.isListItem else { return }
    // Links may come between an entry and its description.
    section.isBelowEntry =
      papers.count > count || section.isBelowEntry && !block.span.links.isEmpty
    if let venue = section.venueAbove, papers.count > count {
      if papers[count].venue == nil || papers[count].year == nil { papers[count].set(venue) }
      section.venueAbove = nil
    }
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

  /// Whether a part with another or no heading is a list of publications: it is a table of papers, or several of its
  /// blocks have authors, a title, and a venue or year.
  static func isUnmarkedList(_ part: Outline.Part) -> Bool {
    let others: [SectionKind] = [
      .patents, .awards, .service, .teaching, .talks, .people, .news, .skills,
    ]
    guard !part.kinds.contains(where: others.contains) else { return false }
    if part.blocks.contains(where: { ColumnTable(header: $0)?.isOfPapers ?? false }) { return true }
    guard !part.isAbout(.education), !part.isAbout(.experience) else { return false }
    // Saves time: entries have commas, and a year or a venue, which most other parts lack.
    let likely = part.blocks.filter { block in
      block.kind != .rule && block.span.count < 3000
        && block.text.folded.reduce(0) { $0 + ($1 == "," || $1 == "\n" ? 1 : 0) } > 1
        && hasYear(block.text)
    }
    guard likely.count >= 2 else { return false }
    let candidates = part.blocks.filter { $0.kind != .rule && $0.span.hasMoreWords(than: 8) }
    var entries = 0
    for (place, block) in likely.enumerated() {
      // Returns as soon as the answer is known: the entries of a long list are parsed a second time
      // later.
      if entries >= 2, entries * 5 >= candidates.count * 2 { return true }
      if (entries + likely.count - place) * 5 < candidates.count * 2 { return false }
      guard let paper = PublicationEntry.byRules(EntryMarker.removed(from: block.span)) else {
        continue
      }
      if paper.authors.count > 1, paper.venue != nil || paper.year != nil { entries += 1 }
    }
    return entries >= 2 && entries * 5 >= candidates.count * 2
  }

  /// - Parameters:
  ///   - isDetail: Whether the item may be a description of the entry above it.
  ///   - isAside: Whether its lines look like those of no entry; then only authors show that it is one.
  private mutating func read(
    _ span: Span, isFirstAuthorList: Bool, isListItem: Bool, isDetail: Bool, isAside: Bool,
    _ agreement: inout ReadingAgreement
  ) {
    let (entry, columnYear) = Self.withoutDateColumn(EntryMarker.removed(from: span))
    guard !entry.isEmpty, !Self.isRemark(entry) else { return }
    if let index = paperAwaitingAuthors, let list = Self.authorsAlone(entry) {
      papers[index].authors = list.names
      papers[index].isAuthorListComplete = list.isComplete
      paperAwaitingAuthors = nil
      return
    }
    paperAwaitingAuthors = nil
    guard var paper = PublicationEntry(entry, &agreement).paper else {
      if entry.count > 20 {
        unparsedLines.append(UnparsedLine(span: entry, reason: "no title found"))
      }
      return
    }
    if isDetail, paper.hasOnlyTitle { return }
    if isAside, !isListItem, paper.authors.isEmpty { return }
    paper.isOwnerFirst = isFirstAuthorList
    // A date next to a line without authors and venue does not date a paper: people are listed this
    // way, too.
    let hasDetails = !paper.authors.isEmpty || paper.venue != nil
    if paper.year == nil { paper.year = (hasDetails ? columnYear : nil) ?? headingYear }
    if isListItem { titlesOfListItems.insert(Self.key(paper.title.value)) }
    add(paper)
  }

  /// Adds a paper, with the year of the heading where it has none.
  private mutating func addDated(_ paper: PaperRecord) {
    var paper = paper
    paper.year = paper.year ?? headingYear
    add(paper)
  }

  private mutating func add(_ paper: PaperRecord) {
    let key = Self.key(paper.title.value)
    if let index = byTitle[key] {
      papers[index].merge(paper)
    } else {
      byTitle[key] = papers.count
      papers.append(paper)
      if paper.authors.isEmpty { paperAwaitingAuthors = papers.count - 1 }
    }
  }
}

extension PaperRecord {
  /// Whether only the title is known.
  fileprivate var hasOnlyTitle: Bool { authors.isEmpty && venue == nil && year == nil }
}
