internal import KGLexicon
internal import KGModel
internal import KGText

/// Divides a sentence into statements, from left to right: each mark is added to the current statement where it has room
/// for it, and begins the next one where not.
struct StatementParser {
  let sentence: ProseSentence
  private(set) var statements: [ProseStatement] = []
  var current = ProseStatement()
  /// Whether the subject is someone else until another subject comes.
  private var isAboutOther = false
  /// The last mark that is no sign, and the signs after it.
  var last: ProseMark?
  var hasComma = false
  var hasAnd = false
  var isInBracket = false
  /// Whether the bracket directly follows an organization, of which it holds other names.
  var isAlias = false
  /// The last preposition, if nothing but small words follows it.
  var lead: ProseMark?
  /// A date after “and”, which is that of the next organization.
  var nextDate: Stated<DatedText>?
  /// Whether commas separate the fields of one entry.
  private var isListEntry = false
  private let owner: ProseOwner
  private let isIntroduction: Bool
  /// Roles and degrees before a comma, of the organization after it.
  private var pendingTitles: [ProseStatement.Title] = []

  init(_ sentence: ProseSentence, owner: ProseOwner) {
    self.sentence = sentence
    self.owner = owner
    isIntroduction = owner.isFirstSentence
    current.isIntroduction = isIntroduction
    isListEntry = sentence.isEastAsian && beginsListEntry(after: -1)
    for (index, mark) in sentence.marks.enumerated() { take(mark, at: index) }
    close()
  }

  // MARK: Statements

  mutating func close(coordinated: Bool = false) {
    settleUnits()
    settleTitles()
    let finished = current
    current = ProseStatement()
    current.isBlocked = isAboutOther
    current.isIntroduction = isIntroduction
    if coordinated {
      current.isCoordinated = true
      current.previousEnd = finished.places.last?.span.upper
      current.verbs = finished.verbs
      current.time = finished.time
      current.isBlocked = finished.isBlocked
      current.isDenied = finished.isDenied
      current.hasSubject = finished.hasSubject
    } else if finished.isDated, finished.places.isEmpty, let date = finished.dates.last {
      current.dates = [date]
      current.isDateLeading = true
    }
    if !finished.isEmpty { statements.append(finished) }
  }

  /// Units after the last organization belong to it: “at X, in the Vision Lab”.
  private mutating func settleUnits() {
    guard let last = current.places.indices.last, current.places[last].units.isEmpty else { return }
    current.places[last].units = current.units
    current.units = []
  }

  /// Roles, and degrees of students, that stand alone before a clause without one belong to its organization: 副研究员，就职于X.
  private mutating func settleTitles() {
    guard sentence.isEastAsian, !current.isBlocked else { return }
    if current.places.isEmpty {
      let isAlone =
        current.verbs.isEmpty && current.units.isEmpty
        && current.titles.allSatisfy { !$0.isDegree || $0.span.hasSuffix("生") }
      pendingTitles = isAlone && !current.titles.isEmpty ? pendingTitles + current.titles : []
    } else if current.titles.isEmpty,
      var title = pendingTitles.first(where: {
        current.says($0.isDegree ? [.study, .enrol] : [.hold, .be])
      })
    {
      title.followsPlace = true
      current.titles = [title]
      pendingTitles = []
    }
  }

  // MARK: Marks

  private mutating func take(_ mark: ProseMark, at index: Int) {
    switch mark.kind {
    case .comma: return takeComma()
    case .semicolon:
      if !isInBracket {
        close()
        isListEntry = sentence.isEastAsian && beginsListEntry(after: index)
      }
      hasComma = true
      return
    case .opening: return takeBracket(isOpening: true)
    case .closing: return takeBracket(isOpening: false)
    case .cue(let cue):
      if !take(cue, mark) { return }
    case .name: takeName(mark)
    case .person: break
    case .role(let kind): add(ProseStatement.Title(span: mark.span, kind: .role(kind)))
    case .degree(let level): add(ProseStatement.Title(span: mark.span, kind: .degree(level)))
    case .place: addPlace(mark)
    case .unit: addUnit(mark)
    case .date(let value):
      addDate(Stated(value, mark.span, rule: .biographyInterval), mark, at: index)
    case .advisers(let names): addAdvisers(names)
    }
    last = mark
    if mark.word == nil || mark.isVerb { (hasComma, hasAnd) = (false, false) }
    if !mark.isDate, !mark.isUnit, mark.word == nil { lead = nil }
  }

  /// A remark in brackets may be a statement of its own: “my PhD at X (finished in 2016)”.
  private mutating func takeBracket(isOpening: Bool) {
    if isInBracket, !isOpening, !current.hasContent, !current.verbs.isEmpty { close() }
    isAlias = isOpening && last?.isPlace == true && !hasComma
    isInBracket = isOpening
    hasComma = true
  }

  /// In Chinese a comma ends a statement; a date alone is that of the next clause.
  private mutating func takeComma() {
    hasComma = true
    guard sentence.isEastAsian, !isInBracket, !isListEntry else { return }
    if current.hasContent || !current.advisers.isEmpty || current.isBlocked
      || !current.verbs.isEmpty
    {
      close()
    } else if let date = current.dates.last, let last, !last.isDate || saysMore(after: date) {
      current.dates = []
    }
  }

  /// - Returns: Whether the cue counts as a mark that others follow.
  private mutating func take(_ cue: BiographyCue, _ mark: ProseMark) -> Bool {
    switch cue.word {
    case .at, .in, .from, .of, .with, .for, .to, .as, .until: lead = mark
    case .and:
      hasAnd = true
      return false
    case .there:
      if !current.places.isEmpty { close() }
      current.isAtSamePlace = true
    case .relative:
      if current.hasContent { close() }
      current.isAtSamePlace = true
    case .same: current.isInSameYear = true
    case .remain:
      current.isAtSamePlace = true
      current.verbs.append((.begin, mark.span))
    case .then: current.isSequence = true
    case .adverbial, .after, .when:
      takeAdverbial(cue.word, at: mark.span.lower)
    case .owner: takeSubject(isOwner: true)
    case .person: takeSubject(isOwner: false)
    case .who: if last?.isAdvisers == true || current.isBlocked { takeSubject(isOwner: false) }
    case .other: block(mark)
    case .not: deny()
    case .time: takeTime(cue.time)
    default: if cue.word.isVerb { addVerb(cue, mark) }
    }
    return true
  }

  private mutating func takeAdverbial(_ word: BiographyWord, at place: Int) {
    if sentence.isEastAsian { return takePostposition(word, at: place) }
    // “until 2021, when I moved to X”
    let date = word == .when ? current.dates.last : nil
    if current.hasContent || date != nil { close() }
    current.isAdverbial = true
    current.isDated = word == .after
    if let date { current.dates = [end(of: date)] }
  }

  /// 毕业后: what is before it is over; without an organization it only gives the time.
  private mutating func takePostposition(_ word: BiographyWord, at place: Int) {
    if word == .adverbial { current.time = .former }
    guard let last, last.span.upper == place,
      last.isVerb || last.isTitle || last.isUnit || last.isPlace
    else { return }
    if current.places.isEmpty || word == .adverbial {
      let dates = current.places.isEmpty ? current.dates : []
      current = ProseStatement()
      current.isBlocked = isAboutOther
      current.dates = dates
    } else {
      close()
    }
  }

  private func end(of date: Stated<DatedText>) -> Stated<DatedText> {
    guard let end = date.value.printedEnd ?? date.value.start else { return date }
    return Stated(.date(end), date.span, rule: date.rule)
  }

  private mutating func takeTime(_ time: BiographyTime?) {
    if !current.places.isEmpty, hasComma || hasAnd { close(coordinated: true) }
    current.time = time
  }

  /// 2022.6-2023.1，美团，实习生: whether the marks up to a semicolon are a date, an organization and a role or degree, and no
  /// verb; commas are then within a statement.
  private func beginsListEntry(after index: Int) -> Bool {
    let entry = sentence.marks[(index + 1)...].prefix {
      if case .semicolon = $0.kind { false } else { true }
    }
    return entry.first?.isDate == true && entry.count { $0.isPlace } == 1
      && entry.count { $0.isTitle } == 1 && !entry.contains { $0.isVerb || $0.word == .at }
  }

  // MARK: Who

  private mutating func takeSubject(isOwner: Bool) {
    let isOther = !current.titles.isEmpty && (hasComma || hasAnd || current.isAdverbial)
    if !current.places.isEmpty || isOther || !isOwner {
      close()
    }
    if hasComma || hasAnd, last?.word != .relative { current.isAtSamePlace = false }
    isAboutOther = !isOwner
    current.isBlocked = !isOwner
    current.hasSubject = isOwner
  }

  private mutating func takeName(_ mark: ProseMark) {
    takeSubject(isOwner: owner.mayBe(mark.span))
  }

  private mutating func block(_ mark: ProseMark) {
    if !current.places.isEmpty, hasComma || hasAnd || !sentence.isEastAsian { close() }
    current.isBlocked = true
  }

  private mutating func deny() {
    // “not only”
    if current.hasContent, hasComma || hasAnd { close() }
    current.isDenied = true
  }

  // MARK: Verbs

  private mutating func addVerb(_ cue: BiographyCue, _ mark: ProseMark) {
    guard !isNoun(mark, cue) else { return }
    // “my M.Sc. (2009) and B.Sc. (2006) are from X”
    let isPredicate =
      cue.word == .be && current.verbs.isEmpty && current.titles.allSatisfy(\.isDegree)
    let hasTitleOfOtherClause =
      !sentence.isEastAsian && !current.titles.isEmpty && (hasComma || hasAnd) && !isPredicate
      || !sentence.isEastAsian && !current.titles.isEmpty && !current.verbs.isEmpty
        && cue.word == .receive
      || !sentence.isEastAsian && !current.verbs.isEmpty
        && (!current.dates.isEmpty && !current.isDateLeading || current.isBlocked)
        && (hasComma || hasAnd)
    if !current.places.isEmpty && !isAfterSubjectPlace(cue) || hasTitleOfOtherClause {
      let isBlocked = current.isBlocked && (hasAnd || hasComma) && !sentence.isEastAsian
      let time = current.time
      let hasSubject = current.hasSubject
      close()
      // “I review for X and work at Y” is about the owner again.
      if isAboutOther { current.isBlocked = isBlocked || isAboutOther }
      current.hasSubject = hasSubject
      if cue.time == nil { current.time = time }
    }
    current.verbs.append((cue.word, mark.span))
    if cue.word == .series { current.isSequence = true }
    if let time = cue.time, current.time != .future {
      if !(current.time == .former && cue.time == .current) { current.time = time }
    }
  }

  /// In Chinese and in passive sentences the organization comes before the verb: 在X大学获得…, “X hired me”.
  private func isAfterSubjectPlace(_ cue: BiographyCue) -> Bool {
    if sentence.isEastAsian { return current.titles.isEmpty || current.verbs.isEmpty }
    return cue.word == .hire && current.verbs.isEmpty && current.titles.isEmpty
  }

  /// “our work at X”: a word that is a noun after an article.
  private func isNoun(_ mark: ProseMark, _ cue: BiographyCue) -> Bool {
    guard !sentence.isEastAsian, [.work, .lead, .hold, .found, .visit].contains(cue.word),
      let before = sentence.span.to(mark.span.lower).lastWord
    else { return false }
    return sentence.words.isWord(.article, before) && cue.word != .visit
      && !mark.span.hasSuffix("ions") && !mark.span.hasSuffix("s at")
  }

  // MARK: Advisers

  private mutating func addAdvisers(_ names: [Stated<String>]) {
    current.advisers += names
  }
}
