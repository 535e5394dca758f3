internal import KGLexicon
internal import KGReaders
internal import KGText

/// The works that a BibTeX file lists.
enum BibTeXPapers {
  /// Papers, and patents where an entry has the type or the number of one. Theses and software are
  /// left out.
  ///
  /// - Parameter base: The offset of the file in its source, in bytes.
  static func record(of bytes: [UInt8], base: Int = 0) -> ProfileRecord {
    record { visit in
      BibTeXReader.forEach(of: bytes) { visit(base > 0 ? $0.shifted(by: base) : $0) }
    }
  }

  static func record(of entries: [BibTeXEntry]) -> ProfileRecord {
    record { entries.forEach($0) }
  }

  private static func record(
    ofEach forEach: ((BibTeXEntry) -> Void) -> Void
  ) -> ProfileRecord {
    var fileRecord = ProfileRecord()
    var papers = PaperMerger()
    forEach { entry in
      guard let title = entry.fields["title"] else { return }
      if isPatent(entry) {
        fileRecord.patents.append(patent(entry, title))
      } else if !isThesis(entry.type) {
        // A work that is listed twice is one paper.
        papers.add(paper(entry, title))
      }
    }
    var record = ProfileRecord()
    record.merge(fileRecord)
    record.papers = papers.papers
    return record
  }

  private static func isThesis(_ type: String) -> Bool {
    ["phdthesis", "mastersthesis", "thesis", "proceedings", "manual", "software", "dataset"]
      .contains(type)
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

  private static func paper(_ entry: BibTeXEntry, _ title: Span) -> PaperRecord {
    let bare = title.trimming("., ")
    var paper = PaperRecord(title: Stated(bare.collapsed, bare, rule: .bibtexTitle))
    if let authors = entry.fields["author"] {
      (paper.authors, paper.isAuthorListComplete) = self.authors(authors)
    }
    paper.year = year(entry)
    if let venue = venue(entry) {
      let mention = VenueMention(venue)
      paper.venue = mention.name
      paper.year = paper.year ?? mention.year
      paper.status = mention.status
      paper.presentation = mention.presentation
    } else if isArXiv(entry), let place = entry.fields["eprint"] ?? entry.fields["url"] {
      paper.venue = Stated("arXiv", place, rule: .bibtexArxiv)
    }
    if let note = entry.fields["note"] {
      let mention = VenueMention(note)
      paper.status = paper.status ?? mention.status
      paper.presentation = paper.presentation ?? mention.presentation
    }
    return paper
  }

  /// “Last, First and First Last and others”.
  private static func authors(_ span: Span) -> (names: [Stated<String>], isComplete: Bool) {
    var names: [Stated<String>] = []
    var isComplete = true
    var rest = span
    while !rest.isEmpty {
      let and = rest.first(of: " and ") ?? rest.first(of: "\nand ")
      let piece = (and.map { rest.to($0.lowerBound) } ?? rest).trimmed
      rest = and.map { rest.from($0.upperBound) } ?? rest.from(rest.upper)
      if ["others", "et al.", "et al"].contains(piece.foldedString) {
        isComplete = false
        continue
      }
      let name = AuthorList.clean(piece.trimming("~"))
      guard name.count > 1, name.count < 80, !name.string.contains("…") else { continue }
      names.append(Stated(AuthorList.givenFirst(name), name, rule: .bibtexAuthor))
    }
    return (names, isComplete)
  }

  private static func venue(_ entry: BibTeXEntry) -> Span? {
    for key in ["booktitle", "journal", "journaltitle", "conference", "series"] {
      if let span = entry.fields[key] { return span }
    }
    if let abbreviation = entry.fields["abbr"] { return abbreviation }
    for key in ["howpublished", "publisher", "institution"] where entry.type != "book" {
      if let span = entry.fields[key], VenueMention(span).isCertain { return span }
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
