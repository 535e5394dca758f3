internal import KGLexicon
internal import KGText

/// The venue at the beginning of an entry, before authors and title.
extension PublicationEntry {
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
    let mention = VenueMention(inner.split(at: ",").first ?? inner)
    guard !isNumber, mention.isCertain || mention.status != nil || mention.year != nil else {
      return isNumber ? (nil, body) : (nil, span)
    }
    return (inner.split(at: ",").first ?? inner, body)
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
    let words = span.words(atMost: 6)
    guard let last = words.dropFirst().firstIndex(where: { isYear($0) }), last + 1 < words.count
    else { return nil }
    let name = span.between(words[0].lower, words[last - 1].upper)
    guard name.lower == span.lower, name.count >= 3, !name.contains(","), !name.contains("."),
      span.between(name.upper, words[last].lower).string == " ",
      VenueMention.isKnown(name)
        || last == 1 && name.range.allSatisfy({ span.text.scalars[$0].isUpper })
    else { return nil }
    // “SIGGRAPH Asia 2024 (TOG) Title”
    var rest = span.from(words[last].upper).trimmed
    if let bracket = rest.brackets.first, bracket.lowerBound == rest.lower, bracket.count <= 12 {
      rest = rest.from(bracket.upperBound).trimmed
    }
    guard let first = rest.words.first,
      span.text.scalars[first.lower].isUpper || first.lower == rest.lower && last > 1,
      !VenueMention.isCertain(first),
      rest.between(rest.lower, first.lower).folded.allSatisfy({ $0.isOne(of: " :[\"") })
    else { return nil }
    return (span.between(words[0].lower, words[last].upper), rest)
  }

  /// “2023”, “(2023a)”, “(2024+)”.
  static func isBareYear(_ segment: Span) -> Bool {
    let bare = segment.trimming("()[] ")
    return isYear(bare) || isYear(bare.to(bare.upper - 1)) && bare.folded.last != " "
  }

  private static func isYear(_ word: Span) -> Bool {
    word.count == 4 && Int(word.foldedString).map { (1950...2099).contains($0) } ?? false
  }

  /// A Chinese journal and its year before a title: 计算机学报 2022 题目.
  static func leadingJournal(of span: Span) -> (lead: Span?, body: Span)? {
    guard span.containsHan, case let parts = span.split(at: " "), parts.count >= 3,
      parts[0].containsHan, (4...20).contains(parts[0].count),
      isYear(parts[1]), VenueMention.isCertain(parts[0])
    else { return nil }
    return (span.between(parts[0].lower, parts[1].upper), span.from(parts[2].lower))
  }
}
