internal import KGLexicon
internal import KGModel
internal import KGText

/// Reads the names of advisers: “Adviser: Changshui Zhang”, “Supervised by Prof. A and Dr. B”,
/// 导师：张长水教授, 师从郏明远教授.
///
/// The words that announce names are data (`adviser-words.tsv`). The names after them are read one
/// by one, up to the first text that is not a name.
struct Advisers {
  let names: [Stated<String>]
  /// From the words that announce the advisers to the end of the last name.
  let range: Range<Int>

  /// The advisers that a text begins with; `nil` when it begins with something else.
  init?(_ span: Span) {
    guard let first = Self.mentions(in: span).first, first.range.lowerBound <= span.lower + 2
    else { return nil }
    self = first
  }

  private init(names: [Stated<String>], range: Range<Int>) {
    self.names = names
    self.range = range
  }

  /// The advisers that a text names, and the text with these words blanked, each up to the end of
  /// its line or bracket: “PhD, X University, 2012. Advisor: Peter Nilsson”, 清华大学 博士 导师：王建国 教授.
  static func cut(from span: Span) -> (rest: Span, advisers: [Advisers]) {
    let found = mentions(in: span)
    guard !found.isEmpty else { return (span, []) }
    let brackets = span.brackets
    let holes = found.map { mention -> Range<Int> in
      let start = mention.range.lowerBound
      let rest = span.from(start)
      let lineEnd = rest.first(of: "\n")?.lowerBound ?? span.upper
      if let bracket = brackets.first(where: { $0.contains(start) }), bracket.upperBound <= lineEnd
      {
        return bracket
      }
      let before = span.to(start).trimming("(,;|-")
      let end = isDated(after: mention, in: span.to(lineEnd)) ? mention.range.upperBound : lineEnd
      return max(before.upper, span.to(start).lines.last?.lower ?? span.lower)..<end
    }
    return (Span(span.text.blanking(holes), span.range).trimmed, found)
  }

  /// Whether a period directly follows the names and no date precedes them: “Postdoc, X University, supervised by A from
  /// 2012 to 2014”.
  private static func isDated(after mention: Advisers, in line: Span) -> Bool {
    let rest = line.from(mention.range.upperBound)
    guard let found = DateParser.firstInterval(in: rest),
      !found.value.isDate
    else { return false }
    return rest.to(found.range.lowerBound).trimming(",.;(-– ").isEmpty
      && DateParser.firstInterval(in: line.to(mention.range.lowerBound)) == nil
  }

  /// The advisers that a sentence names; in sentences, “with Prof. A” names one, too.
  static func named(in sentence: Span) -> [Stated<String>] {
    mentions(in: sentence, withWeakCues: true).flatMap(\.names)
  }

  // MARK: Mentions

  /// Every mention of advisers in a text, from left to right.
  ///
  /// - Parameter withWeakCues: Whether “with Prof. A” is one, as in sentences.
  static func mentions(in span: Span, withWeakCues: Bool = false) -> [Advisers] {
    var found: [Advisers] = []
    for match in Lexicon.shared.adviserWords.matches(in: span) {
      guard match.range.lowerBound >= found.last?.range.upperBound ?? span.lower else { continue }
      var rest = span.from(match.range.upperBound)
      switch match.value {
      case .phrase: break
      case .weakCue: guard withWeakCues, title(at: rest.trimmed) != nil else { continue }
      case .label:
        guard
          isLabel(match.range, in: span)
            || withWeakCues && isLabelInSentence(match.range, in: span)
        else { continue }
      case .title, .opening, .conjunction: continue
      }
      rest = skipOpenings(rest)
      let names = names(at: rest)
      guard let last = names.last else { continue }
      found.append(Advisers(names: names, range: match.range.lowerBound..<last.span.upper))
    }
    return found
  }

  /// Whether a noun announces names: the text begins with it, or a colon, a verb or a title
  /// follows. 博士生导师 is a role.
  private static func isLabel(_ range: Range<Int>, in span: Span) -> Bool {
    let rest = span.from(range.upperBound)
    guard let next = rest.folded.first else { return false }
    // In French a space stands before a colon.
    if next == ":" || rest.trimmed.folded.first == ":" { return true }
    if span.text.scalars[range.lowerBound].isEastAsian {
      return next == "是" || next == "为"
        || (next == " " || next == "\t") && range.lowerBound <= span.lower + 2
    }
    return range.lowerBound <= span.lower + 2 || title(at: rest.trimmed) != nil
      || Lexicon.shared.adviserWords.match(in: rest.trimmed, at: rest.trimmed.lower)?.value
        == .opening
  }

  /// In a sentence, a name with its title follows a noun at the start of a clause: 2010年博士毕业，指导教师温若谷教授.
  private static func isLabelInSentence(_ range: Range<Int>, in span: Span) -> Bool {
    let rest = from(span.from(range.upperBound), skipping: " ")
    let before = span.to(range.lowerBound).trimmed
    guard before.isEmpty || before.folded.last?.isOne(of: ",;(") == true else { return false }
    // 导师Ada Quill
    if let name = leadingLatinName(rest), name.lower == rest.lower { return true }
    guard
      let title = Lexicon.shared.adviserWords.matches(in: rest.to(rest.lower + longestTitledName))
        .first(where: { $0.value == .title }),
      case let name = rest.to(title.range.lowerBound).trimmed
    else { return false }
    return (2...4).contains(name.count) && name.scalars.allSatisfy(\.isHan)
      && Surname.begins(name.string)
  }

  /// Characters of a name in Chinese and its title.
  private static let longestTitledName = 9

  private static func skipOpenings(_ span: Span) -> Span {
    var rest = span
    while true {
      let trimmed = from(rest, skipping: ":( \t-–=*")
      guard let match = Lexicon.shared.adviserWords.match(in: trimmed, at: trimmed.lower),
        match.value == .opening
      else { return trimmed }
      rest = trimmed.from(match.range.upperBound)
    }
  }

  private static func from(_ span: Span, skipping characters: StaticString) -> Span {
    span.from(span.lower + span.folded.prefix { $0.isOne(of: characters) }.count)
  }

  // MARK: Names

  /// The names that a text begins with, in the order of the text.
  static func names(at start: Span) -> [Stated<String>] {
    var names: [Stated<String>] = []
    var rest = start
    var isJoined = true
    while names.count < 12 {
      let bare = withoutLeadingTitles(rest)
      let hasTitle = bare.lower > rest.lower
      guard let name = leadingName(bare),
        isJoined || hasTitle
          || !OrganizationText.isInstitution(name)
            && OrganizationAuthority.shared.match(name) == nil
      else { break }
      names.append(Stated(name.collapsed, name, rule: .adviserName))
      rest = skipApposition(bare.from(name.upper))
      let sign = rest.folded.first
      let afterSign = from(rest, skipping: ",;/、 ")
      let conjunction = Lexicon.shared.adviserWords.match(in: afterSign, at: afterSign.lower)
      isJoined = conjunction?.value == .conjunction
      guard isJoined || sign.map({ $0.isOne(of: ",;/、") }) == true else { break }
      rest =
        conjunction.map {
          isJoined ? skipConjunctions(afterSign.from($0.range.upperBound)) : afterSign
        }
        ?? afterSign
    }
    return names
  }

  private static func skipConjunctions(_ span: Span) -> Span {
    let rest = from(span, skipping: " ")
    guard let match = Lexicon.shared.adviserWords.match(in: rest, at: rest.lower),
      match.value == .conjunction || match.value == .phrase
    else { return rest }
    return from(rest.from(match.range.upperBound), skipping: " ")
  }

  /// Skips a Chinese title or a remark in brackets after a name.
  private static func skipApposition(_ span: Span) -> Span {
    var rest = from(span, skipping: " ")
    while let title = title(at: rest), span.text.scalars[title.lower].isEastAsian {
      rest = from(rest.from(title.upper), skipping: " ")
    }
    if let bracket = rest.brackets.first, bracket.lowerBound == rest.lower {
      rest = from(rest.from(bracket.upperBound), skipping: " ")
    }
    return rest
  }

  /// The name that a text begins with.
  private static func leadingName(_ span: Span) -> Span? {
    guard let first = span.scalars.first else { return nil }
    if first.isHan { return leadingSpacedName(span) ?? leadingHanName(span) }
    return first.isEastAsian ? leadingEastAsianName(span) : leadingLatinName(span)
  }

  /// 鷲尾 正彦 of “鷲尾 正彦 教授”.
  private static func leadingSpacedName(_ span: Span) -> Span? {
    let end = span.range.first { !span.text.scalars[$0].isEastAsian && span.text.folded[$0] != " " }
    let words = span.to(end ?? span.upper).split { $0.isBlank }
    guard words.count >= 2 else { return nil }
    let name = span.to(words[1].upper)
    guard title(at: words[1]) == nil, name.lines.count == 1 else { return nil }
    // Rare surnames are in no table; a title after the name identifies it.
    let isTitled =
      words.count == 3 && words[0].count <= 3 && words[1].count <= 3
      && title(at: words[2])?.range == words[2].range
    return isTitled || PersonNameText.isName(name) ? name : nil
  }

  /// 이파도 of 이파도 교수, a name in Hangul.
  private static func leadingEastAsianName(_ span: Span) -> Span? {
    let run = span.to(span.range.first { !span.text.scalars[$0].isEastAsian } ?? span.upper)
    let bare = withoutTitles(run)
    return PersonNameText.isName(bare) ? bare : nil
  }

  /// 郏明远 of 郏明远教授, 温如钧 of 计算机科学与工程系温如钧教授.
  private static func leadingHanName(_ span: Span) -> Span? {
    let run = span.to(span.range.first { !span.text.scalars[$0].isHan } ?? span.upper)
    let titles = Lexicon.shared.adviserWords.matches(in: run).filter {
      $0.value == .title && $0.range.lowerBound > run.lower + 1
    }
    if let title = titles.first {
      for length in [2, 3, 4] where title.range.lowerBound - length >= run.lower {
        let name = run.between(title.range.lowerBound - length, title.range.lowerBound)
        let before = run.to(name.lower)
        if Surname.begins(name.string),
          before.isEmpty || OrganizationText.isUnit(before)
            || OrganizationText.isInstitution(before)
        {
          return name
        }
      }
    }
    // Rare surnames are in no table; a title after the name identifies it.
    if let title = titles.last, isAfterColon(run), title.range.upperBound == run.upper,
      case let name = run.to(title.range.lowerBound), (2...4).contains(name.count),
      OrganizationText.level(of: name) == nil
    {
      return name
    }
    let isTitled = title(at: span.from(run.upper).trimmed) != nil
    return (2...4).contains(run.count) && (isTitled || Surname.begins(run.string)) ? run : nil
  }

  /// 指導教員: 霧島花子先生
  private static func isAfterColon(_ name: Span) -> Bool {
    name.text.whole.to(name.lower).trimmed.folded.last == ":"
  }

  private static func leadingLatinName(_ span: Span) -> Span? {
    var end = span.lower
    var place = span.lower
    var words = 0
    while place < span.upper, words < 6 {
      let word = span.from(place).to(
        span.range.first { $0 >= place && span.text.scalars[$0].isBlank } ?? span.upper)
      let letters = word.to(word.range.first { !isNamePart(span.text.scalars[$0]) } ?? word.upper)
      let bare = letters.trimming(".")
      guard let head = bare.scalars.first, head.isLetter, !head.isEastAsian,
        isCapital(bare) || NameParticle.all.contains(letters.foldedString),
        // “Thesis: …” is the next label.
        letters.upper == span.upper || span.text.folded[letters.upper] != ":"
      else { break }
      words += 1
      let isInitial =
        letters.hasSuffix(".") && bare.count <= 2 || ["jr", "sr"].contains(bare.foldedString)
      if isCapital(bare) { end = isInitial ? letters.upper : bare.upper }
      guard letters.upper == word.upper, isInitial || !letters.hasSuffix(".") else { break }
      place = word.upper
      guard place < span.upper, span.text.folded[place] == " "
      else { break }
      place += 1
    }
    let name = span.to(end)
    return PersonNameText.isName(name) ? name : nil
  }

  private static func isCapital(_ word: Span) -> Bool {
    word.text.scalars[word.lower].isUpper || NameParticle.isElided(Substring(word.string))
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLetter && !scalar.isEastAsian || scalar.isOne(of: "-.'’‐")
      || scalar.properties.generalCategory == .nonspacingMark
  }

  // MARK: Titles

  /// The title that a text begins with.
  private static func title(at span: Span) -> Span? {
    guard let match = Lexicon.shared.adviserWords.match(in: span, at: span.lower),
      match.value == .title
    else { return nil }
    return span.slice(match.range)
  }

  private static func withoutLeadingTitles(_ span: Span) -> Span {
    var rest = span
    while let title = title(at: rest) { rest = from(rest.from(title.upper), skipping: ". ") }
    return rest
  }

  /// The name without titles; `nil` when the text is not a name.
  static func name(_ span: Span) -> Stated<String>? {
    let bare = withoutTitles(AuthorList.clean(span))
    return PersonNameText.isName(bare) ? Stated(bare.collapsed, bare, rule: .adviserName) : nil
  }

  static func withoutTitles(_ span: Span) -> Span {
    let bare = withoutLeadingTitles(span)
    guard bare.containsEastAsian,
      let title = Lexicon.shared.adviserWords.matches(in: bare).last,
      title.value == .title, title.range.upperBound == bare.upper,
      title.range.lowerBound > bare.lower
    else { return bare }
    return bare.to(title.range.lowerBound).trimmed
  }
}
