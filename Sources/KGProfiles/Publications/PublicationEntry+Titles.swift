internal import KGLexicon
internal import KGModel
internal import KGText

/// Finds the title in an entry: by how it is set off, by its position, and by what cannot be a
/// title.
extension PublicationEntry {
  /// The text that is set off as the title; `outer` includes its quotation marks.
  static func titleMark(in span: Span) -> (title: Span, outer: Range<Int>)? {
    for (open, close) in [("《", "》"), ("\"", "\"")] {
      if let start = span.first(of: open), let end = closing(close, of: start, in: span),
        close == "》" || isWholeTitle(start, end, in: span)
      {
        let title = span.between(start.upperBound, end.lowerBound).trimming(",. ")
        // A single word in quotation marks is a title when authors precede it.
        if isLong(title) || title.wordCount == 2 && title.count > 8
          || title.count > 4 && (authors(in: span.to(start.lowerBound))?.names.isEmpty == false)
        {
          return (title, start.lowerBound..<end.upperBound)
        }
      }
    }
    let runs = span.strongRuns + span.marked(\.isLink) + span.marked { $0 == .emphasis }
    for run in runs {
      let title = run.trimming(",. \"")
      // “In _Proceedings of …_”, “**Best paper**”.
      let followsIn = span.to(run.lower).trimmed.lastWord?.foldedString == "in"
      let isPraise = title.count < 40 && Lexicon.shared.presentations.contains(title)
      if followsIn && run.lower - span.lower > 3 || isPraise { continue }
      // What is set off together with its authors and the line of its venue is the whole entry.
      if run.contains("\n"), authorsBeforeColon(run) != nil { continue }
      let mention = VenueMention(title)
      let isBeforeAuthors = isLinkBeforeAuthors(run, in: span)
      if isLong(title) || isBeforeAuthors,
        AuthorList(title) == nil || isBeforeAuthors || isLineAboveAuthors(run, in: span),
        !(mention.isCertain && (title.count < 40 || mention.year != nil)),
        !title.hasPrefix("in proceedings"), !title.hasPrefix("http")
      {
        // Emphasized text is as often the venue as the title: the venue after authors and a
        // sentence, or before a volume.
        if run.text.marks.contains(where: { $0.kind == .emphasis && $0.range == run.range }),
          followsTitle(run, in: span) || precedesVolume(run, in: span)
        {
          continue
        }
        // The title comes before the venue.
        if run.text.marks.contains(where: { $0.kind == .emphasis && $0.range == run.range }),
          mention.isCertain || VenueMention.isCertain(span.to(run.lower))
        {
          continue
        }
        return (title, run.range)
      }
    }
    return nil
  }

  /// Where a quotation ends; quotations may be nested.
  private static func closing(_ sign: String, of start: Range<Int>, in span: Span) -> Range<Int>? {
    guard span.text.scalars[start.lowerBound] == "“" else {
      return sign == "\""
        ? closingStraight(of: start, in: span)
        : span.from(start.upperBound).first(of: sign)
    }
    var depth = 1
    for index in span.from(start.upperBound).range {
      switch span.text.scalars[index] {
      case "“": depth += 1
      case "”": depth -= 1
      default: continue
      }
      if depth == 0 { return index..<index + 1 }
    }
    return span.from(start.upperBound).first(of: sign)
  }

  /// Where a quotation in straight marks ends: a mark after a blank and before a letter opens another one in it, as in
  /// “"Tuning "what-if" questions," VLDB”.
  private static func closingStraight(of start: Range<Int>, in span: Span) -> Range<Int>? {
    var depth = 1
    for index in span.from(start.upperBound).range where span.text.folded[index] == "\"" {
      let opens =
        index > start.upperBound && span.text.scalars[index - 1].isBlank
        && index + 1 < span.upper
        && (span.text.folded[index + 1].isLetter || span.text.folded[index + 1].isDigit)
      depth += opens ? 1 : -1
      if depth == 0 { return index..<index + 1 }
    }
    return span.from(start.upperBound).first(of: "\"")
  }

  /// Whether a quotation is a title and not part of one: “Comment on "X"”, “"X?" A study of Y”.
  private static func isWholeTitle(_ start: Range<Int>, _ end: Range<Int>, in span: Span) -> Bool {
    let before = span.to(start.lowerBound).trimmed
    let after = span.from(end.upperBound).trimmed
    let isSeparate =
      before.isEmpty || before.folded.last.map { !$0.isLetter } ?? true
      || before.lastWord.map { ["and", "by", "title"].contains($0.foldedString) } ?? false
      || authors(in: before) != nil
    guard isSeparate else { return false }
    guard let first = after.folded.first, first.isLetter,
      let last = span.to(end.lowerBound).folded.last, !last.isOne(of: ",."),
      !["in ", "at ", "on ", "by ", "with "].contains(where: after.hasPrefix)
    else { return true }
    // “"Title" A. Quill, B. Foe.”
    let next = EntryText.segments(of: after).first ?? after
    return authors(in: next) != nil || VenueMention.isCertain(next) || next.containsHan
      || !Sentences.startsText(next) && span.text.scalars[after.lower].isUpper
  }

  static func followsTitle(_ run: Span, in span: Span) -> Bool {
    let before = EntryText.segments(of: span.to(run.lower))
    guard before.count >= 2, let last = before.last, last.wordCount >= 2 else { return false }
    return authors(in: before[0]) != nil
  }

  /// Whether a volume follows: “_Journal_, 59(4):102955”, “_Journal_ 26 (2001)”, “_Journal_, vol.
  /// 3”.
  static func precedesVolume(_ run: Span, in span: Span) -> Bool {
    let rest = span.from(run.upper).trimming(", ")
    guard let word = rest.words.first, word.lower == rest.lower else { return false }
    if ["vol", "volume"].contains(word.foldedString) { return true }
    return word.count <= 3 && word.folded.allSatisfy(\.isDigit)
  }

  /// Two linked words are a title when a list of authors follows.
  static func isLinkBeforeAuthors(_ run: Span, in span: Span) -> Bool {
    guard run.wordCount == 2,
      run.text.marks.contains(where: { $0.kind.isLink && $0.range == run.range }),
      let next = EntryText.segments(of: span.from(run.upper).trimming(",.:|")).first
    else { return false }
    return authors(in: next) != nil
  }

  /// A title of three capitalized words looks like a name; above a line of names it is a title.
  static func isLineAboveAuthors(_ run: Span, in span: Span) -> Bool {
    let lines = span.lines
    guard let index = lines.firstIndex(where: { $0.range.overlaps(run.range) }),
      index + 1 < lines.count, run.count + 2 >= lines[index].count
    else { return false }
    return (AuthorList(lines[index + 1])?.names.count ?? 0) > 1
  }

  static func isLong(_ span: Span) -> Bool {
    span.containsHan ? span.count >= 6 : span.hasMoreWords(than: 2)
  }

  static func isTitle(_ span: Span) -> Bool {
    guard span.range.contains(where: { span.text.scalars[$0].isLetter }) else { return false }
    if span.containsHan { return span.count >= 4 }
    return span.hasMoreWords(than: 1)
      && !Lexicon.shared.badges.matches(in: span).contains { $0.range == span.range }
  }

  /// Sentences of a description: “We show …”, “I am interested in …”.
  static func isSentence(_ span: Span) -> Bool {
    let text = span.foldedString
    return ["i ", "i'm ", "we ", "we've ", "my ", "our ", "this ", "these "].contains(
      where: text.hasPrefix)
      || ["毕业于", "报考", "任教", "欢迎", "招收"].contains { span.first(of: $0) != nil }
  }

  /// Cuts off a bracket at the end that names a venue, or that counts stars or citations:
  /// “Title.(ICPP2022)”, “Title (CVPR 2021, oral)”.
  static func splitTrailingVenue(_ span: Span) -> (title: Span, venue: Span?) {
    var title = trimTitle(span)
    guard let bracket = title.brackets.last, bracket.upperBound == title.upper,
      bracket.lowerBound > title.lower
    else {
      // “Engines, number 5” may end with a volume; in “the engine on page 5” the number is part of
      // the title.
      guard let volume = VenueMention.volume(in: title),
        let last = title.to(volume).trimmed.folded.last, ",.;(".unicodeScalars.contains(last)
      else { return (title, nil) }
      let short = title.to(volume).trimming(",.;( ")
      return (isTitle(short) ? short : title, nil)
    }
    let inner = title.between(bracket.lowerBound + 1, bracket.upperBound - 1).trimmed
    let mention = VenueMention(inner)
    if mention.isCertain || (mention.year != nil && mention.name == nil) {
      title = trimTitle(title.to(bracket.lowerBound))
      return (title, inner)
    }
    if inner.foldedString.contains("star") || inner.foldedString.contains("citation") {
      return (trimTitle(title.to(bracket.lowerBound)), nil)
    }
    return (title, nil)
  }

  /// Keeps a quotation mark at the edge whose partner is inside: “Comment on "X"”.
  private static func withPairedQuotes(_ bare: Span, in span: Span) -> Span {
    let isBefore = bare.lower > span.lower && span.text.folded[bare.lower - 1] == "\""
    let isAfter = bare.upper < span.upper && span.text.folded[bare.upper] == "\""
    guard isBefore || isAfter,
      !bare.folded.count(where: { $0 == "\"" }).isMultiple(of: 2)
    else { return bare }
    return isAfter
      ? span.between(bare.lower, bare.upper + 1) : span.between(bare.lower - 1, bare.upper)
  }

  static func trimTitle(_ span: Span) -> Span {
    let bare = withPairedQuotes(span.trimming(",.; \"|"), in: span)
    guard let mark = bare.brackets.last, mark.upperBound == bare.upper,
      DocumentTypeMark.matches(bare.slice(mark))
    else { return bare }
    return bare.to(mark.lowerBound).trimming(",. ")
  }

  /// Splits at the first comma that a certain venue follows.
  static func splitAtVenueComma(_ span: Span) -> (title: Span, venue: Span?) {
    let commas = span.range.filter { span.text.folded[$0] == "," }
    for comma in commas {
      let tail = span.from(comma + 1).trimmed
      if tail.wordCount <= 14, VenueMention.isCertain(tail) {
        return (trimTitle(span.to(comma)), tail)
      }
    }
    return (span, nil)
  }

  static func withoutLeadingYear(_ span: Span) -> Span {
    guard let found = DateParser.firstInterval(in: span), found.range.lowerBound <= span.lower + 1,
      found.range.count == 4
    else { return span }
    return span.from(found.range.upperBound).trimming(").,: ")
  }

  static func leadingYear(_ head: Span, _ next: Span) -> Stated<Int>? {
    for span in [head, next] {
      if let year = DateParser.years(in: span).first {
        return Stated(year.value, span.slice(year.range), rule: .publicationYear)
      }
    }
    return nil
  }
}
