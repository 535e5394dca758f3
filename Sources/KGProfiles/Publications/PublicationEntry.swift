internal import KGLexicon
internal import KGModel
internal import KGText

/// Reads one entry of a publication list.
///
/// The title is the text that is set off (bold, a link, quotation marks, 《》), or follows the author
/// list, or comes first; authors, venue and year are read from the rest.
struct PublicationEntry {
  let paper: PaperRecord?

  /// - Parameter agreement: Of the list that the entry belongs to.
  init(_ span: Span, _ agreement: inout ReadingAgreement) {
    let (lead, body) = Self.leadingVenue(of: span)
    guard let byRules = Self.byRules(body, after: lead) else {
      paper = nil
      return
    }
    var chosen: PaperRecord? = byRules
    let form = EntryForm(byRules)
    if !form.isKnown, !agreement.isSettled(form) {
      let rest = lead == nil ? span : body
      var fitted = ReferenceReading(rest).paper(in: rest)
      if let lead, fitted?.venue == nil { fitted?.setLead(lead) }
      chosen = ReadingChoice(byRules: byRules, form: form, fitted: fitted).paper
      agreement.note(form, byRules, fitted: fitted, chosen: chosen)
    }
    chosen?.extendVenue(in: span)
    chosen?.setAnnouncedVenue(in: span)
    paper = chosen
  }

  /// The paper as the rules alone read it; `nil` for an entry that is none.
  static func byRules(_ span: Span) -> PaperRecord? {
    let (lead, body) = leadingVenue(of: span)
    return byRules(body, after: lead)
  }

  /// - Parameter lead: The venue before the entry.
  private static func byRules(_ body: Span, after lead: Span?) -> PaperRecord? {
    guard !isRemark(body) else { return nil }
    var paper =
      titleWithCoauthors(body) ?? authorsBetweenSemicolons(body) ?? markedTitle(body)
      ?? titleAboveAuthors(body)
      ?? authorsBeforeColon(body) ?? authorsFirst(body) ?? namesBetweenCommas(body)
      ?? titleFirst(body)
    if let lead { paper?.setLead(lead) }
    return paper
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
    let pieces = span.split(at: ",", nesting: true)
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

  /// “Quill, A.; Foe, C.D. Title. Venue 2021, 21, 686.”: the list ends with the initials of its last author.
  static func authorsBetweenSemicolons(_ span: Span) -> PaperRecord? {
    let pieces = span.split(at: ";", nesting: true)
    let whole = pieces.prefix { endOfInitials(in: $0) == $0.upper }
    guard !whole.isEmpty, whole.count < pieces.count,
      let end = endOfInitials(in: pieces[whole.count]),
      let list = AuthorList(span.to(end), rule: .publicationAuthors), list.isComplete
    else { return nil }
    let rest = span.from(end).trimming(",: ")
    guard let first = EntryText.segments(of: rest).first else { return nil }
    let (title, bracket) = splitTrailingVenue(first)
    guard isTitle(title) else { return nil }
    var paper = PaperRecord(
      title: Stated(title.collapsed, title, rule: .publicationSemicolons))
    paper.set(list)
    let after = rest.from(first.upper).trimming(",. ")
    // The emphasized text after the title is the venue, also where it is abbreviated.
    let emphasized = after.marked { $0 == .emphasis }.first { $0.lower <= after.lower + 1 }
    paper.setVenue(bracket ?? emphasized ?? EntryText.segments(of: after).first, rest: after)
    return paper
  }

  /// The end of the initials of “Quill, A.B.” at the beginning of a text; `nil` when it begins otherwise.
  private static func endOfInitials(in span: Span) -> Int? {
    guard let comma = span.range.first(where: { span.text.folded[$0] == "," }),
      PersonNameText.isName(span.to(comma).trimmed, isWhole: false)
    else { return nil }
    var end: Int?
    for word in span.from(comma + 1).split(where: \.isBlank) {
      let letters = word.range.filter { word.text.scalars[$0].isLetter }
      let isInitials =
        word.hasSuffix(".") && letters.allSatisfy { word.text.scalars[$0].isUpper }
        && letters.count * 2 <= word.count
      guard isInitials else { break }
      end = word.upper
    }
    return end
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
    guard lines.count >= 2, let list = authors(in: lines[1]),
      list.names.count > 1 || list.omitsOwner
    else { return nil }
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
    let pieces = first.split(at: ",", nesting: true)
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
      !VenueMention.isCertain(next), AuthorList(next) == nil, !next.hasPrefix("in "),
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

  /// The text from the first to the last of several spans of one text; `nil` when there are none.
  static func joined(_ spans: [Span]) -> Span? {
    guard let first = spans.first, let last = spans.last else { return nil }
    return first.between(first.lower, max(last.upper, first.lower))
  }
}
