internal import KGLexicon
internal import KGReaders
internal import KGText

/// The works that a BibTeX file lists.
enum BibTeXPapers {
  /// Papers, and patents where an entry has the type or the number of one. An entry of any type that has a
  /// title is a paper; a volume that other entries are part of is not.
  ///
  /// - Parameters:
  ///   - base: The offset of the file in its source, in bytes.
  ///   - progress: Called for each entry with the number of bytes before it.
  static func record(
    of bytes: [UInt8], base: Int = 0, progress: (_ byteCount: Int) -> Void = { _ in }
  ) -> ProfileRecord {
    var problems: [BibTeXProblem] = []
    var record = record { visit in
      problems = forEachEntry(of: bytes, base: base) { entry in
        progress(entry.head.byteRange.lowerBound - base)
        visit(entry)
      }
    }
    record.unparsedLines += problems.map { UnparsedLine(span: $0.span, reason: $0.reason) }
    return record
  }

  /// Calls the body with each entry. Those of a long file are parsed on another thread.
  private static func forEachEntry(
    of bytes: [UInt8], base: Int, _ body: (BibTeXEntry) -> Void
  ) -> [BibTeXProblem] {
    guard bytes.count >= longFileByteCount else {
      return BibTeXReader.forEach(of: bytes, base: base, fields: fieldNames, body)
    }
    var problems: [BibTeXProblem] = []
    BackgroundProducer.forEach { (hand: ([BibTeXEntry]) -> Bool) in
      var batch: [BibTeXEntry] = []
      problems = BibTeXReader.forEach(of: bytes, base: base, fields: fieldNames) { entry in
        batch.append(entry)
        if batch.count == batchSize {
          _ = hand(batch)
          batch = []
        }
      }
      _ = hand(batch)
    } _: { batch in
      for entry in batch { body(entry) }
    }
    return problems
  }

  /// From this size on another thread is worth its start.
  private static let longFileByteCount = 1 << 18
  /// Entries that are handed over together.
  private static let batchSize = 128

  static func record(of entries: [BibTeXEntry]) -> ProfileRecord {
    record { entries.forEach($0) }
  }

  /// The fields that are looked at here; others, such as abstracts, need not be read.
  private static let fieldNames: Set<String> = [
    "abbr", "archiveprefix", "author", "booktitle", "conference", "date", "editor", "eprint",
    "eprinttype", "eventtitle", "howpublished", "institution", "journal", "journaltitle", "note",
    "number", "publisher", "pubstate", "series", "subtitle", "title", "type", "url", "year",
  ]

  private static func record(
    ofEach forEach: ((BibTeXEntry) -> Void) -> Void
  ) -> ProfileRecord {
    var fileRecord = ProfileRecord()
    var papers = PaperMerger()
    var venues = VenueMentionCache()
    forEach { entry in
      fileRecord.unparsedLines += (entry.authors?.unread ?? []).map {
        UnparsedLine(span: $0, reason: "not understood, in a list of authors")
      }
      guard let title = entry.fields["title"] else {
        if !isContainer(entry) {
          fileRecord.unparsedLines.append(UnparsedLine(span: entry.head, reason: "no title found"))
        }
        return
      }
      if isPatent(entry) {
        fileRecord.patents.append(patent(entry, title))
      } else if !isContainer(entry) {
        // A work that is listed twice is one paper.
        papers.add(paper(entry, title, &venues))
      }
    }
    var record = ProfileRecord()
    record.merge(fileRecord)
    record.papers = papers.papers
    return record
  }

  /// Whether an entry only states what others have in common: the volume that they are in, or fields.
  private static func isContainer(_ entry: BibTeXEntry) -> Bool {
    entry.type == "xdata" || entry.isCrossReferenced && entry.authors == nil
  }

  private static func isThesis(_ type: String) -> Bool {
    ["phdthesis", "mastersthesis", "thesis"].contains(type)
  }

  private static func isPatent(_ entry: BibTeXEntry) -> Bool {
    if entry.type == "patent" { return true }
    return ["note", "howpublished", "number", "type"].contains { key in
      entry.fields[key].map { $0.first(ofPhrase: "patent") != nil || Patents.number(in: $0) != nil }
        ?? false
    }
  }

  private static func patent(_ entry: BibTeXEntry, _ title: Span) -> PatentRecord {
    let number = ["number", "note", "howpublished"].lazy.compactMap { entry.fields[$0] }
      .compactMap { Patents.number(in: $0) ?? (entry.type == "patent" ? $0 : nil) }.first
    return PatentRecord(
      title: Stated(title.collapsed, title, rule: .bibtexTitle),
      number: number.map { Stated($0.collapsed, $0, rule: .bibtexNumber) }, year: year(entry))
  }

  private static func paper(
    _ entry: BibTeXEntry, _ title: Span, _ venues: inout VenueMentionCache
  ) -> PaperRecord {
    var paper = PaperRecord(title: fullTitle(title, entry.fields["subtitle"]))
    if let list = entry.authors {
      let authors = BibTeXAuthors(list)
      paper.authors = authors.names
      paper.authorNumbers = authors.numbers
      paper.isAuthorListComplete = authors.isComplete
    } else {
      paper.hasOnlyEditors = entry.fields["editor"] != nil
    }
    paper.year = year(entry)
    if let venue = venue(entry) {
      let mention = venues.mention(in: venue)
      paper.venue = mention.name
      paper.year = paper.year ?? mention.year
      paper.status = mention.status
      paper.presentation = mention.presentation
    } else if isArXiv(entry), let place = entry.fields["eprint"] ?? entry.fields["url"] {
      paper.venue = Stated("arXiv", place, rule: .bibtexArxiv)
    }
    for note in [entry.fields["pubstate"], entry.fields["note"]].compactMap({ $0 }) {
      let mention = VenueMention(remarksIn: note)
      paper.status = paper.status ?? mention.status
      paper.presentation = paper.presentation ?? mention.presentation
    }
    return paper
  }

  /// The title, with the subtitle of biblatex after a colon.
  private static func fullTitle(_ title: Span, _ subtitle: Span?) -> Stated<String> {
    let bare = title.trimming("., ")
    guard let subtitle else { return Stated(bare.collapsed, bare, rule: .bibtexTitle) }
    let sign = bare.folded.last?.isOne(of: "?!:") == true ? " " : ": "
    return Stated(
      bare.collapsed + sign + subtitle.trimming("., ").collapsed, bare, rule: .bibtexTitle)
  }

  private static func venue(_ entry: BibTeXEntry) -> Span? {
    if isThesis(entry.type) { return nil }
    for key in ["booktitle", "journal", "journaltitle", "eventtitle", "conference", "series"] {
      if let span = entry.fields[key] { return span }
    }
    if let abbreviation = entry.fields["abbr"] { return abbreviation }
    for key in ["howpublished", "publisher", "institution"] where entry.type != "book" {
      if let span = entry.fields[key], VenueMention.isCertain(span) { return span }
    }
    return nil
  }

  private static func isArXiv(_ entry: BibTeXEntry) -> Bool {
    ["archiveprefix", "eprinttype", "url", "publisher", "eprint"].contains { key in
      entry.fields[key]?.first(of: "arxiv") != nil
    } || entry.fields["eprint"] != nil
  }

  private static func year(_ entry: BibTeXEntry) -> Stated<Int>? {
    for key in ["year", "date"] {
      if let span = entry.fields[key], let year = DateParser.years(in: span).first {
        return Stated(year.value, span.slice(year.range), rule: .bibtexYear)
      }
    }
    return nil
  }
}
