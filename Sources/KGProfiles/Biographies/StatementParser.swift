internal import KGLexicon
internal import KGModel
internal import KGText

/// Divides a sentence into statements, from left to right: each mark is added to the current statement where it has room
/// for it, and begins the next one where not.
struct StatementParser {
  private let sentence: ProseSentence
  private(set) var statements: [ProseStatement] = []
  private var current = ProseStatement()
  /// Whether the subject is someone else until another subject comes.
  private var isAboutOther = false
  /// The last mark that is no sign, and the signs after it.
  private var last: ProseMark?
  private var hasComma = false
  private var hasAnd = false
  private var isInBracket = false
  /// Whether the bracket directly follows an organization, of which it holds other names.
  private var isAlias = false
  /// The last preposition, if nothing but small words follows it.
  private var lead: ProseMark?
  /// A date after “and”, which is that of the next organization.
  private var nextDate: Stated<Interval>?
  private let owner: ProseOwner
  private let isIntroduction: Bool
  /// Roles before a comma, of the organization after it: 副研究员，就职于X.
  private var pendingRoles: [ProseStatement.Title] = []

  init(_ sentence: ProseSentence, owner: ProseOwner) {
    self.sentence = sentence
    self.owner = owner
    isIntroduction = owner.isFirstSentence
    current.isIntroduction = isIntroduction
    for (index, mark) in sentence.marks.enumerated() { take(mark, at: index) }
    close()
  }

  // MARK: Statements

  private mutating func close(coordinated: Bool = false) {
    settleUnits()
    settleRoles()
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

  /// Roles that stand alone before a clause without one belong to its organization.
  private mutating func settleRoles() {
    guard sentence.isEastAsian, !current.isBlocked else { return }
    if current.places.isEmpty {
      let isRole = current.verbs.isEmpty && current.units.isEmpty && !current.roles.isEmpty
      pendingRoles = isRole ? pendingRoles + current.roles : []
    } else if current.titles.isEmpty, current.says([.hold, .be]), let role = pendingRoles.first {
      var role = role
      role.followsPlace = true
      current.titles = [role]
      pendingRoles = []
    }
  }

  // MARK: Marks

  private mutating func take(_ mark: ProseMark, at index: Int) {
    switch mark.kind {
    case .comma: return takeComma()
    case .semicolon:
      if !isInBracket { close() }
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
    guard sentence.isEastAsian, !isInBracket else { return }
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
      takeAdverbial(cue.word)
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

  private mutating func takeAdverbial(_ word: BiographyWord) {
    if sentence.isEastAsian { return takePostposition() }
    // “until 2021, when I moved to X”
    let date = word == .when ? current.dates.last : nil
    if current.hasContent || date != nil { close() }
    current.isAdverbial = true
    current.isDated = word == .after
    if let date { current.dates = [end(of: date)] }
  }

  /// 毕业后: what is before it is over; without an organization it only gives the time.
  private mutating func takePostposition() {
    guard let last, last.isVerb || last.isTitle || last.isUnit || last.isPlace else { return }
    if current.places.isEmpty {
      let dates = current.dates
      current = ProseStatement()
      current.isBlocked = isAboutOther
      current.dates = dates
    } else {
      close()
    }
  }

  private func end(of date: Stated<Interval>) -> Stated<Interval> {
    let end = date.value.printedEnd ?? date.value.start
    return Stated(Interval(start: end, end: .closed(end)), date.span, rule: date.rule)
  }

  private mutating func takeTime(_ time: BiographyTime?) {
    if !current.places.isEmpty, hasComma || hasAnd { close(coordinated: true) }
    current.time = time
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

  // MARK: Roles and degrees

  private mutating func add(_ title: ProseStatement.Title) {
    // 师从陈岚 | 教授
    if let last, last.isAdvisers,
      sentence.span.between(last.span.upper, title.span.lower).trimmed.isEmpty
    {
      return
    }
    // “trained as a physicist”
    if !title.isDegree, lead?.word == .as, current.verbs.last?.word == .study { return }
    // “Chief Science Officer (CSO)”
    if !title.isDegree, isInBracket, last?.isTitle == true, isAcronym(title.span) { return }
    var title = title
    if !current.places.isEmpty {
      guard followsPlace(title) else {
        close(coordinated: hasAnd || hasComma)
        current.titles.append(title)
        return
      }
      title.followsPlace = true
    } else if let verb = current.verbs.last, let first = current.titles.last,
      verb.span.lower > first.span.upper, hasAnd || hasComma
    {
      close()
    }
    current.titles.append(title)
  }

  private func isAcronym(_ title: Span) -> Bool {
    title.wordCount == 1 && title.scalars.allSatisfy(\.isUpper)
  }

  /// Whether a role or degree after an organization belongs to it.
  private func followsPlace(_ title: ProseStatement.Title) -> Bool {
    let isListed = current.titles.last?.followsPlace == true
    if sentence.isEastAsian {
      return current.titles.isEmpty || isListed && (hasAnd || isInBracket)
    }
    if lead?.word == .as { return current.titles.isEmpty || isListed }
    if isInBracket { return current.titles.isEmpty || isListed }
    if current.says([.hire]) { return current.titles.isEmpty }
    // “graduated from X with a bachelor's degree”
    if title.isDegree, lead?.word == .with { return current.titles.isEmpty }
    return false
  }

  // MARK: Organizations

  private mutating func addPlace(_ mark: ProseMark) {
    // “advised by Prof. A (X University)”
    if last?.isAdvisers == true, lead == nil, !hasAnd { return }
    if isInBracket, isAlias { return }
    var place = ProseStatement.Place(span: mark.span)
    place.lead = leadWord(of: mark)
    place.isApposition = hasComma || isInBracket
    if let previous = current.places.last {
      if isPart(previous, of: mark) {
        place.lead = previous.lead
        place.units = [previous.span] + previous.units
        current.places.removeLast()
      } else if !isJoined(previous.span, mark) {
        close(coordinated: true)
      }
    }
    place.units = current.units + place.units
    place.ownsDate = nextDate != nil
    place.date = place.date ?? nextDate
    nextDate = nil
    current.units = []
    current.places.append(place)
  }

  /// “at”, “joined”: the cue that leads to an organization over small words and units.
  private func leadWord(of mark: ProseMark) -> BiographyWord? {
    let cue = lead ?? last.flatMap { $0.isVerb ? $0 : nil }
    return cue?.word
  }

  /// “the Geophysical Institute, University of X”: without “and” between them, the first of two names is a unit of the
  /// second.
  private func isPart(_ first: ProseStatement.Place, of second: ProseMark) -> Bool {
    guard !hasAnd, !sentence.isEastAsian, first.date == nil,
      current.dates.isEmpty || current.isDateLeading,
      sentence.uncovered(first.span.upper, second.span.lower).isEmpty
    else { return false }
    let authority = OrganizationAuthority.shared
    if let whole = authority.match(second.span), let part = authority.match(first.span),
      part != whole, authority.isPart(part, of: whole)
    {
      return true
    }
    return OrganizationText.strength(first.span) < OrganizationText.strength(second.span)
      || isUniversity(second.span) && !isUniversity(first.span)
        && Lexicon.shared.organizationWords.contains(first.span)
  }

  private func isUniversity(_ name: Span) -> Bool {
    name.first(of: "universi") != nil || name.first(of: "college") != nil
  }

  /// Whether nothing but conjunctions, dates, units, brackets, hosts and towns is between two organizations.
  private func isJoined(_ first: Span, _ second: ProseMark) -> Bool {
    guard hasComma || hasAnd || last?.isDate == true,
      current.titles.allSatisfy({ !$0.followsPlace })
    else { return false }
    let gap = sentence.span.between(first.upper, second.span.lower)
    let brackets = gap.brackets
    var isTown = false
    for word in sentence.uncovered(gap.lower, gap.upper)
    where !brackets.contains(where: { $0.overlaps(word.range) }) {
      let before = sentence.span.between(first.upper, word.lower).trimmed
      isTown =
        before.isEmpty
        ? isTown : before.hasSuffix(",") || before.lastWord?.foldedString == "in" || isTown
      guard isTown, word.text.scalars[word.lower].isUpper else { return false }
    }
    return true
  }

  private mutating func addUnit(_ mark: ProseMark) {
    // “Acme's Vision Lab”
    if !sentence.isEastAsian, last?.isPlace == true, let place = current.places.indices.last,
      sentence.span.between(current.places[place].span.upper, mark.span.lower).string.count == 3,
      sentence.span.to(mark.span.lower).hasSuffix("'s ")
    {
      current.places[place].units.append(mark.span)
      return
    }
    if current.units.isEmpty { current.unitLead = leadWord(of: mark) }
    if sentence.isEastAsian, let place = current.places.indices.last,
      current.places[place].span.upper == mark.span.lower
        || sentence.span.between(current.places[place].span.upper, mark.span.lower).trimmed.isEmpty
    {
      current.places[place].units.append(mark.span)
    } else if sentence.isEastAsian, !current.titles.isEmpty {
      close(coordinated: hasAnd)
      current.units.append(mark.span)
    } else if !current.places.isEmpty, hasAnd {
      close(coordinated: true)
      current.units.append(mark.span)
    } else {
      current.units.append(mark.span)
    }
  }

  // MARK: Dates

  /// Whether the clause of a date says more: 2014年赴美.
  private func saysMore(after date: Stated<Interval>) -> Bool {
    let rest = sentence.span.from(date.span.upper)
    let clause = rest.split { $0.isOne(of: ",;") }.first ?? rest
    return !sentence.uncovered(clause.lower, clause.upper).isEmpty
  }

  private mutating func addDate(_ date: Stated<Interval>, _ mark: ProseMark, at index: Int) {
    let date = withUntil(date, mark)
    if isLeading(mark, at: index) {
      if current.hasContent || !current.dates.isEmpty {
        close(coordinated: hasAnd && !sentence.isEastAsian)
      }
      current.dates = [date]
      current.isDateLeading = true
      return
    }
    if hasAnd, last?.isDate != true, current.hasContent, !isInBracket {
      // “first at X and, from 2021, at Y”
      nextDate = date
      return
    }
    let isNear = sentence.uncovered(last?.span.upper ?? mark.span.lower, mark.span.lower).isEmpty
    if last?.isTitle == true, isNear, let title = current.titles.indices.last,
      current.titles[title].date == nil
    {
      current.titles[title].date = date
    } else if isInBracket
      ? !current.places.isEmpty && !current.hasTitleAfterPlace : last?.isPlace == true && isNear,
      let place = current.places.indices.last,
      current.places[place].date == nil, current.dates.isEmpty || current.isDateLeading
    {
      current.places[place].date = date
    } else {
      current.dates.append(date)
    }
  }

  /// 至2013年: a date after a word for the end.
  private func withUntil(_ date: Stated<Interval>, _ mark: ProseMark) -> Stated<Interval> {
    guard lead?.word == .until, date.value.start == date.value.printedEnd,
      let lead, sentence.span.between(lead.span.upper, mark.span.lower).trimmed.isEmpty
    else { return date }
    return Stated(
      Interval(start: nil, end: .closed(date.value.start)), date.span, rule: date.rule)
  }

  /// Whether a date begins a clause that says more: “…, and in 2018 he moved to X”.
  private func isLeading(_ mark: ProseMark, at index: Int) -> Bool {
    guard !isInBracket else { return false }
    if sentence.isEastAsian, !current.hasContent { return current.dates.isEmpty }
    guard index == 0 || hasComma || hasAnd || !current.hasContent && current.dates.isEmpty else {
      return false
    }
    let next = sentence.marks[(index + 1)...].first { next in
      next.word.map { ![.at, .in, .time, .and, .as].contains($0) } ?? true
    }
    guard let next, sentence.uncovered(mark.span.upper, next.span.lower).count <= 3 else {
      return false
    }
    return next.isVerb || next.word == .owner || next.isPlace && sentence.isEastAsian
      || next.isTitle && !current.places.isEmpty && (hasComma || hasAnd)
      || { if case .name = next.kind { true } else { false } }()
  }

  // MARK: Advisers

  private mutating func addAdvisers(_ names: [Stated<String>]) {
    current.advisers += names
  }
}
