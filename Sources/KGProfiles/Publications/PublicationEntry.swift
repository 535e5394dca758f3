internal import KGLexicon
internal import KGModel
internal import KGText

/// Reads one entry of a publication list.
///
/// The title is the text that is set off (bold, a link, quotation marks, 《》), or follows the author
/// list, or comes first; authors, venue and year are read from the rest.
struct PublicationEntry {
  let paper: PaperRecord?

  init(_ span: Span) {
    let (lead, body) = Self.leadingVenue(of: span)
    if Self.isRemark(body) {
      paper = nil
      return
    }
    var paper =
      Self.titleWithCoauthors(body) ?? Self.markedTitle(body) ?? Self.titleAboveAuthors(body)
      ?? Self.authorsBeforeColon(body) ?? Self.authorsFirst(body) ?? Self.namesBetweenCommas(body)
      ?? Self.titleFirst(body)
    if let lead { paper?.setLead(lead) }
    self.paper = paper
  }

  /// A bracket at the beginning that names a venue: “(KDD'24, CCF-A) A, B. Title.”, “[NeurIPS 2021]
  /// Title”.
  static func leadingVenue(of span: Span) -> (lead: Span?, body: Span) {
    if let lead = leadingCode(of: span) { return (lead, span.from(lead.upper).trimming(": -–.")) }
    guard let bracket = span.brackets.first, bracket.lowerBound == span.lower, bracket.count < 60,
      bracket.upperBound < span.upper
    else { return leadingAcronym(of: span) ?? (nil, span) }
    let inner = span.between(bracket.lowerBound + 1, bracket.upperBound - 1).trimmed
    let body = span.from(bracket.upperBound).trimming(": -–.")
    // “[C7]” is the number of the entry.
    let isNumber = inner.count <= 5 && inner.folded.contains(where: \.isDigit)
    let mention = VenueMention(inner.split { $0 == "," }.first ?? inner)
    guard !isNumber, mention.isCertain || mention.status != nil || mention.year != nil else {
      return isNumber ? (nil, body) : (nil, span)
    }
    return (inner.split { $0 == "," }.first ?? inner, body)
  }

  /// Text set as code before a title, which names the venue or kind of publication: “`EMNLP 2023
  /// Findings` Title”, “`Tech Report` Title”.
  private static func leadingCode(of span: Span) -> Span? {
    guard let code = span.marked({ $0 == .code }).first, code.lower == span.lower, code.count < 60,
      span.from(code.upper).wordCount > 2
    else { return nil }
    // Not a name among names, nor a term in a title: “`printf` considered harmful”.
    let next = span.from(code.upper).trimmed
    guard let first = next.scalars.first, !first.isOne(of: ",;&:"), !first.properties.isLowercase
    else { return nil }
    let mention = VenueMention(code)
    let isKind =
      Lexicon.shared.publicationKinds.match(in: code, at: code.lower)?.range == code.range
    let isVenue = mention.isCertain || mention.year != nil || mention.status != nil
    return isKind || isVenue && !PersonNameText.isName(AuthorList.clean(code)) ? code : nil
  }

  /// A venue's short name and year before a title: “ICASSP 2024 Title, A, B”.
  static func leadingAcronym(of span: Span) -> (lead: Span?, body: Span)? {
    if let found = leadingJournal(of: span) { return found }
    let words = Array(span.words.prefix(6))
    guard let last = words.dropFirst().firstIndex(where: { isYear($0) }), last + 1 < words.count
    else { return nil }
    let name = span.between(words[0].lower, words[last - 1].upper)
    guard name.lower == span.lower, name.count >= 3, !name.contains(","), !name.contains("."),
      span.between(name.upper, words[last].lower).string == " ",
      VenueMention(name).isKnown
        || last == 1 && name.range.allSatisfy({ span.text.scalars[$0].isUpper })
    else { return nil }
    // “SIGGRAPH Asia 2024 (TOG) Title”
    var rest = span.from(words[last].upper).trimmed
    if let bracket = rest.brackets.first, bracket.lowerBound == rest.lower, bracket.count <= 12 {
      rest = rest.from(bracket.upperBound).trimmed
    }
    guard let first = rest.words.first,
      span.text.scalars[first.lower].isUpper || first.lower == rest.lower && last > 1,
      !VenueMention(first).isCertain,
      rest.between(rest.lower, first.lower).folded.allSatisfy({ $0.isOne(of: " :[\"") })
    else { return nil }
    return (span.between(words[0].lower, words[last].upper), rest)
  }

  /// “2023”, “(2023a)”, “(2024+)”.
  private static func isBareYear(_ segment: Span) -> Bool {
    let bare = segment.trimming("()[] ")
    return isYear(bare) || isYear(bare.to(bare.upper - 1)) && bare.folded.last != " "
  }

  private static func isYear(_ word: Span) -> Bool {
    word.count == 4 && Int(word.foldedString).map { (1950...2099).contains($0) } ?? false
  }

  /// A Chinese journal and its year before a title: 计算机学报 2022 题目.
  static func leadingJournal(of span: Span) -> (lead: Span?, body: Span)? {
    let parts = span.split { $0 == " " }
    guard parts.count >= 3, parts[0].containsHan, (4...20).contains(parts[0].count),
      isYear(parts[1]), VenueMention(parts[0]).isCertain
    else { return nil }
    return (span.between(parts[0].lower, parts[1].upper), span.from(parts[2].lower))
  }

  /// Whether the entry is a remark: a sentence in brackets, “(not complete before 1987)”.
  static func isRemark(_ span: Span) -> Bool {
    if isYearHeading(span) { return true }
    guard let bracket = span.brackets.first, bracket == span.range else { return false }
    return span.text.scalars[bracket.lowerBound + 1].isLetter
  }

  /// “[2020 and before]”, “2019 or earlier”, 2018年及以前.
  private static func isYearHeading(_ span: Span) -> Bool {
    let bare = span.trimming("[]()*:. ")
    guard bare.count <= 24, let year = DateParser.years(in: bare).first,
      year.range.lowerBound == bare.lower
    else { return false }
    let words = ["before", "earlier", "prior", "older", "onwards", "以前", "之前", "以后"]
    return words.contains { bare.first(of: $0) != nil }
  }

  // MARK: The forms

  /// Lists that leave out their owner: “Title (with A and B). Venue, 1990.”, “Title, with A and B.
  /// Venue”.
  static func titleWithCoauthors(_ span: Span) -> PaperRecord? {
    for (opening, closing) in [
      (" (with ", ")"), (" (joint work with ", ")"), (", with ", "."), ("\nwith ", "\n"),
    ] {
      guard let open = span.first(of: opening) else { continue }
      let title = span.to(open.lowerBound).trimming(",. \"*")
      let tail = span.from(open.upperBound)
      let end =
        closing == "."
        ? EntryText.segments(of: tail).first?.upper : tail.first(of: closing)?.lowerBound
      let names = namesBeforeVenue(tail.to(end ?? tail.upper))
      guard isTitle(title), title.wordCount >= 2, EntryText.segments(of: title).count == 1,
        AuthorList(title) == nil, let list = AuthorList(names, rule: .publicationOthers)
      else { continue }
      var paper = PaperRecord(
        title: Stated(title.collapsed, title, rule: .publicationTitleFirst))
      paper.set(list)
      paper.isAuthorListComplete = false
      let rest = span.from(min(names.upper + 1, span.upper)).trimming(",. )")
      paper.setVenue(EntryText.segments(of: rest).first, rest: rest)
      return paper
    }
    return nil
  }

  /// The names before the first piece with a digit: “B. Foe, C. Dee, J. Algorithms 58”.
  private static func namesBeforeVenue(_ span: Span) -> Span {
    let pieces = span.split(nesting: true) { $0 == "," }
    let names = pieces.prefix { !$0.folded.contains(where: \.isDigit) }
    guard let last = names.last, names.count < pieces.count else { return span }
    return span.to(last.upper)
  }

  /// “A, B, C: Title. Venue, 2005”.
  static func authorsBeforeColon(_ span: Span) -> PaperRecord? {
    guard let colon = span.first(of: ": "), colon.lowerBound - span.lower < 400,
      EntryText.segments(of: span.to(colon.lowerBound)).count == 1,
      let list = authors(in: span.to(colon.lowerBound)), list.isComplete,
      // “A. Quill: Title”, but “Deep Learning: A Survey”.
      list.names.count > 1 || list.names[0].span.contains("."),
      var paper = titleFirst(span.from(colon.upperBound).trimmed)
    else { return nil }
    paper.set(list)
    return paper
  }

  static func markedTitle(_ span: Span) -> PaperRecord? {
    guard let marked = titleMark(in: span) else { return nil }
    let (title, bracket) = splitTrailingVenue(marked.title)
    let before = span.to(marked.outer.lowerBound).trimming(",.:\"-–")
    // A single word is a title when authors precede it.
    guard
      isTitle(title) || title.count > 4 && marked.outer != title.range && authors(in: before) != nil
    else { return nil }
    var paper = PaperRecord(title: Stated(title.collapsed, title, rule: .publicationMarkedTitle))
    let after = span.from(marked.outer.upperBound).trimming(",.\":|")
    if let list = authors(in: before) {
      paper.set(list)
      paper.setVenue(bracket ?? after, rest: after)
      return paper
    }
    let segments = EntryText.segments(of: after)
    if let index = segments.firstIndex(where: { authors(in: $0) != nil }),
      let list = authors(in: segments[index])
    {
      paper.set(list)
      let remaining = Array(segments[..<index] + segments[(index + 1)...])
      paper.setVenue(bracket ?? remaining.first, rest: joined(remaining) ?? after)
    } else {
      paper.setVenue(bracket ?? segments.first, rest: after)
    }
    paper.setLead(before)
    return paper
  }

  /// The title in the first line, the authors in the second, the venue below.
  static func titleAboveAuthors(_ span: Span) -> PaperRecord? {
    let lines = span.lines
    guard lines.count >= 2, let list = authors(in: lines[1]), list.names.count > 1 else {
      return nil
    }
    let (title, bracket) = splitTrailingVenue(lines[0])
    // A title in capitals may look like one name, but not like several.
    guard isTitle(title), authors(in: title).map({ $0.names.count < 2 }) ?? true else { return nil }
    var paper = PaperRecord(
      title: Stated(title.collapsed, title, rule: .publicationTitleAboveAuthors))
    paper.set(list)
    let rest = span.from(lines[1].upper).trimmed
    paper.setVenue(bracket ?? EntryText.segments(of: rest).first, rest: rest)
    return paper
  }

  /// “A, B and C. Title. Venue, 2020.” and “A, B (2020). Title. Venue.”
  static func authorsFirst(_ span: Span) -> PaperRecord? {
    let segments = EntryText.segments(of: span)
    guard segments.count > 1 else { return nil }
    // The list may be split at an initial: the shortest beginning that is a list of authors is the
    // whole list.
    for length in 1...min(segments.count - 1, 3) {
      let head = span.between(segments[0].lower, segments[length - 1].upper)
      if length > 1,
        !listContinues(span, from: segments[length - 2].upper, to: segments[length - 1].lower)
      {
        return nil
      }
      guard let list = authors(in: head), list.names.count > 1 || isSingleAuthor(head, segments)
      else { continue }
      // “A, B. 2023. Title.”, “Quill AB, Foe C. (2023). Title.”
      let hasYear = isBareYear(segments[length]) && length + 1 < segments.count
      let start = hasYear ? length + 1 : length
      let (whole, count) = titleAcrossQuestions(segments, from: start)
      let (title, bracket) = splitTrailingVenue(withoutLeadingYear(whole))
      guard isTitle(title) else { continue }
      var paper = PaperRecord(
        title: Stated(title.collapsed, title, rule: .publicationAuthorsFirst))
      paper.set(list)
      let rest = Array(segments[(start + count)...])
      paper.setVenue(bracket ?? rest.first, rest: span.from(title.upper))
      if paper.year == nil, let year = leadingYear(head, segments[length]) { paper.year = year }
      return paper
    }
    return nil
  }

  /// Whether a list of authors continues in the next segment: over a line end only after a comma or
  /// before “and”.
  private static func listContinues(_ span: Span, from lower: Int, to upper: Int) -> Bool {
    let gap = span.between(lower, upper)
    guard gap.contains("\n") else { return true }
    return gap.contains(",") || ["and ", "& "].contains { span.from(upper).hasPrefix($0) }
  }

  /// Where only commas separate, consecutive names are the authors: “Title, A, B, C, Venue, 2022”,
  /// “A, B, C, Title. Venue, 2022”.
  static func namesBetweenCommas(_ span: Span) -> PaperRecord? {
    guard let first = EntryText.segments(of: span).first else { return nil }
    let pieces = first.split(nesting: true) { $0 == "," }
    guard pieces.count >= 3 else { return nil }
    let isNames = pieces.map { AuthorList($0) != nil }
    guard
      let start = isNames.indices.first(where: {
        $0 + 1 < isNames.count && isNames[$0] && isNames[$0 + 1]
      })
        ?? (AuthorList(pieces[0]).map { $0.names.count > 1 } == true ? 0 : nil)
        ?? isNames.indices.dropFirst().first(where: {
          isNames[$0] && pieces[$0].strongRuns.contains { $0.count > 3 }
        })
    else { return nil }
    let end = isNames[start...].firstIndex(of: false) ?? isNames.count
    let list = first.between(pieces[start].lower, pieces[end - 1].upper)
    guard let authors = AuthorList(list, rule: .publicationAuthors) else { return nil }
    let title: Span
    let rest: Span
    if start == 0 {
      guard end < pieces.count else { return nil }
      title = first.from(pieces[end].lower)
      rest = span.from(first.upper)
    } else {
      title = first.to(pieces[start - 1].upper)
      rest = span.from(list.upper)
    }
    let (bare, bracket) = splitTrailingVenue(title)
    guard isTitle(bare), bare.containsHan || bare.wordCount >= 3 else { return nil }
    var paper = PaperRecord(title: Stated(bare.collapsed, bare, rule: .publicationCommas))
    paper.set(authors)
    paper.setVenue(bracket ?? EntryText.segments(of: rest.trimming(",. ")).first, rest: rest)
    return paper
  }

  /// “Title, NeurIPS21”, or title, authors and venue in separate lines.
  static func titleFirst(_ span: Span) -> PaperRecord? {
    let segments = EntryText.segments(of: span)
    guard !segments.isEmpty else { return nil }
    let (first, count) = titleAcrossQuestions(segments, from: 0)
    let (bare, bracket) = splitTrailingVenue(first)
    let (title, tail) = bracket == nil ? splitAtVenueComma(bare) : (bare, nil)
    guard isTitle(title), !isSentence(title),
      // “A. Quill, B. Foe” lists only authors.
      !(AuthorList(title).map { $0.names.count > 1 } ?? false)
    else { return nil }
    var paper = PaperRecord(title: Stated(title.collapsed, title, rule: .publicationTitleFirst))
    var remaining = Array(segments.dropFirst(count))
    if let index = remaining.firstIndex(where: { authors(in: $0) != nil }),
      let list = authors(in: remaining[index])
    {
      paper.set(list)
      remaining.remove(at: index)
    }
    let venue = bracket ?? tail ?? remaining.first
    paper.setVenue(venue, rest: span.from(title.upper))
    return paper
  }

  /// “Which modality lies? Detecting …” is one title: after a question the next sentence belongs to
  /// it, unless it names the venue or the authors.
  static func titleAcrossQuestions(_ segments: [Span], from index: Int) -> (
    title: Span, count: Int
  ) {
    let first = segments[index]
    guard first.hasSuffix("?") || first.hasSuffix("!"), index + 1 < segments.count else {
      return (first, 1)
    }
    let next = segments[index + 1]
    guard next.text === first.text, next.lower - first.upper < 3, next.wordCount >= 2,
      !VenueMention(next).isCertain, AuthorList(next) == nil, !next.hasPrefix("in "),
      // Emphasized text after a question is the journal.
      !next.marked({ $0 == .emphasis }).contains(where: { $0.lower == next.lower }),
      DateParser.years(in: next).isEmpty
    else { return (first, 1) }
    return (first.between(first.lower, next.upper), 2)
  }

  // MARK: Parts

  static func authors(in span: Span) -> AuthorList? {
    let bare = withoutTrailingYear(span).trimming(",:; -–")
    guard !bare.isEmpty else { return nil }
    return AuthorList(bare, rule: .publicationAuthors)
  }

  static func withoutTrailingYear(_ span: Span) -> Span {
    guard let bracket = span.brackets.last, bracket.upperBound == span.trimming(".,").upper,
      !DateParser.years(in: span.slice(bracket)).isEmpty
        || VenueMention(span.slice(bracket)).status != nil
    else { return span }
    return span.to(bracket.lowerBound)
  }

  /// Whether a single name before a full stop is the author: a longer segment, the title, follows.
  static func isSingleAuthor(_ head: Span, _ segments: [Span]) -> Bool {
    segments.count >= 3 && segments[1].wordCount >= 3 && head.wordCount <= 4
      && AuthorList(segments[1]).map { $0.names.count < 2 } ?? true
  }

  package static func joined(_ spans: [Span]) -> Span? {
    guard let first = spans.first, let last = spans.last else { return nil }
    return first.between(first.lower, max(last.upper, first.lower))
  }
}

extension PaperRecord {
  fileprivate mutating func set(_ list: AuthorList) {
    authors = list.names
    isAuthorListComplete = list.isComplete
  }

  /// Sets venue and remarks from the segment that should name them; the year may be further on.
  fileprivate mutating func setVenue(_ span: Span?, rest: Span) {
    if let span {
      let mention = VenueMention(span)
      let isVolume = Lexicon.shared.volumeWords.match(in: span, at: span.lower) != nil
      if mention.isCertain || (mention.year != nil || span.count < 80) && !isVolume {
        venue = mention.name
      }
      year = mention.year
      presentation = mention.presentation
      status = mention.status
    }
    let all = VenueMention(remarksIn: rest)
    year = year ?? all.year
    presentation = presentation ?? all.presentation
    status = status ?? all.status
  }

  /// Sets the venue and status stated before a title: “`NeurIPS 2023` Title”, “Under review:
  /// Title”.
  fileprivate mutating func setLead(_ span: Span) {
    guard !span.isEmpty, span.count < 60 else { return }
    let mention = VenueMention(span)
    if mention.isCertain || venue == nil && mention.year != nil && span.wordCount <= 3 {
      venue = mention.name
      year = mention.year ?? year
    }
    status = status ?? mention.status
    presentation = presentation ?? mention.presentation
  }
}
