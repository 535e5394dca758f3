internal import KGModel

/// Posts and degrees in English sentences: “I am a PhD student at X, advised by Y”, “Prior to that, I spent a year as a
/// research intern at A and B”, “She received her B.S. from C in 2015 and her Ph.D. from D in 2020”.
///
/// A sentence is gone through organization by organization. What stands between one and the one before tells what the
/// owner was there: a degree, a position, or a verb that leads there. Where nothing but “and” and dates stand between
/// two, the second takes the meaning of the first.
extension Biography {
  mutating func readEnglish(_ sentence: Span) {
    guard Self.isAboutOwner(sentence) else { return }
    var tie: Tie?
    var lower = sentence.lower
    let mentions = Self.mentions(in: sentence)
    for (index, mention) in mentions.enumerated() {
      let next = index + 1 < mentions.count ? mentions[index + 1].lower : sentence.upper
      let before = sentence.between(lower, mention.lower)
      let after = sentence.between(mention.upper, next)
      lower = mention.upper
      let found = Self.tie(before, after, isLast: index + 1 == mentions.count)
      switch found {
      case .found(var new):
        // “I am a professor at X and a fellow at Y”: the second is told in the tense of the first.
        let isPast = Self.pastWords.contains { before.first(ofPhrase: $0) != nil }
        if tie?.isPresent == true, !isPast { new.isPresent = true }
        tie = new
      case .continued: if tie == nil { continue }
      case .none:
        tie = nil
        continue
      }
      // “at A and B (2020–2022)”: the time of both.
      let isJoined = index + 1 < mentions.count && Self.isConjunction(after)
      let shared =
        isJoined
        ? Self.interval(behind: sentence.from(mentions[index + 1].upper)).flatMap {
          $0.value.start == $0.value.printedEnd ? nil : $0
        } : nil
      if let tie { add(mention, tie, before, after, sentence, shared) }
    }
  }

  // MARK: Whose sentence it is

  private static let foreignVerbs = [
    "reviewer", "reviewing", "funded by", "supported by", "sponsored", "collaborat", "invited",
    "talk at", "talks at", "keynote", "deployed", "acquired by", "scholarship", "fellowship from",
    "award", "we are hiring", "looking for", "taught", "teaching assistant", "committee", "organiz",
    "my students", "co-founded by", "featured", "covered by", "seminar", "apply", "open to",
  ]

  /// Whether a sentence can tell of a post or a degree of the owner.
  private static func isAboutOwner(_ sentence: Span) -> Bool {
    sentence.wordCount >= 4
  }

  // MARK: Organizations

  /// The organizations named in a sentence, from left to right.
  private static func mentions(in sentence: Span) -> [Span] {
    var found: [Span] = []
    var rest = sentence
    while rest.count > 2, found.count < 12 {
      let known = firstKnown(in: rest)
      let led = ledName(in: rest)
      let next: Span?
      switch (known, led) {
      case (let known?, let led?):
        // The longer of two that overlap: “Meta Reality Labs” around “Meta”.
        if known.range.overlaps(led.range) {
          next = led.count > known.count && led.lower <= known.lower ? led : known
        } else {
          next = known.lower < led.lower ? known : led
        }
      default: next = known ?? led
      }
      guard let mention = next, mention.upper > rest.lower else { break }
      found.append(mention)
      rest = rest.from(mention.upper)
    }
    return found
  }

  /// The leftmost known name, where there is one left of what is found first, the longest: what only looks like a name
  /// there may be a unit of it.
  private static func firstKnown(in span: Span) -> Span? {
    var first = OrganizationText.find(in: span)?.institution
    while let found = first, found.lower > span.lower + 2,
      let before = OrganizationText.find(in: span.to(found.lower)),
      OrganizationAuthority.shared.match(before.institution.string) != nil
    {
      first = before.institution
    }
    return first
  }

  private static let leads = [
    " at the ", " at ", " @ ", " joined the ", " joined ", " joining ", " interned with ",
    " working for ", " worked for ", " interning at ", " co-founded ", " founded ",
  ]

  /// A name that a preposition leads to and that capitals, or a link, set off: “research intern at Sea AI Lab”.
  private static func ledName(in span: Span) -> Span? {
    var places = leads.compactMap { span.first(of: $0)?.upperBound }
    // A degree is from somewhere: “my Ph.D. in physics from Acme”.
    if let from = span.first(of: " from the ") ?? span.first(of: " from "),
      Lexicon.shared.degrees.contains(span.to(from.lowerBound)),
      let clause = span.from(from.upperBound).split(where: { $0.isOne(of: ",;.(") })
        .first, OrganizationText.find(in: clause) == nil
    {
      places.append(from.upperBound)
    }
    guard let start = places.min() else { return nil }
    let rest = span.from(start)
    if let link = rest.marked(\.isLink).first(where: { $0.lower <= rest.lower + 1 }),
      link.wordCount <= 8, startsWithCapital(link)
    {
      return link.trimming(",.")
    }
    let small: Set<String> = ["of", "and", "for", "&", "de", "the"]
    var end: Int?
    var last: Span?
    for word in rest.words.prefix(8) {
      if let last {
        let gap = rest.between(last.upper, word.lower)
        guard gap.folded.allSatisfy({ $0.isOne(of: " -&'./") }),
          !(gap.contains(".") && gap.count > 1)
        else { break }
      }
      let isCapital = word.text.scalars[word.lower].isUpper || word.text.scalars[word.lower].isDigit
      if isCapital {
        end = word.upper
      } else if end == nil || !small.contains(word.foldedString) {
        break
      }
      last = word
    }
    guard let end else { return nil }
    let name = rest.between(rest.words.first?.lower ?? rest.lower, end)
    // A conference or a month is no organization.
    guard name.count >= 2, !VenueMention(name).isKnown, DateParser.firstInterval(in: name) == nil,
      !Lexicon.shared.roles.contains(name), !AuthorList.pronouns.contains(name.foldedString)
    else { return nil }
    return name
  }

  private static func startsWithCapital(_ span: Span) -> Bool {
    span.words.first.map { $0.text.scalars[$0.lower].isUpper } ?? false
  }

  // MARK: What ties the owner to an organization

  /// What the owner was at an organization.
  struct Tie {
    var degree: Span?
    var field: Span?
    var role: Stated<String>?
    var kind: MembershipKind = .staff
    var isPresent = false
    var isStudy: Bool { degree != nil }
  }

  private enum FoundTie { case found(Tie), continued, none }

  private static let pastWords = [
    "was", "were", "worked", "previously", "prior to", "before", "formerly", "former", "received",
    "obtained", "completed", "earned", "interned", "spent", "graduated", "finished", "held",
    "served",
    "had", "visited", "after", "in the past", "did", "studied", "ex-",
  ]
  private static let presentWords = [
    "i am", "i'm", "is a", "is an", "is the", "is currently", "currently", "now", "working as",
    "i work", "i lead", "he is", "she is", "they are", "since", "pursuing", "will join",
  ]

  private static func tie(_ before: Span, _ after: Span, isLast: Bool) -> FoundTie {
    let clause = lastClause(before)
    if foreignVerbs.contains(where: { clause.first(of: $0) != nil }) { return .none }
    if isConjunction(before) { return .continued }
    var tie = Tie()
    let isPast = pastWords.contains { before.first(ofPhrase: $0) != nil }
    tie.isPresent = !isPast && presentWords.contains { before.first(ofPhrase: $0) != nil }
    let role = self.role(in: clause)
    let degrees = Lexicon.shared.degrees.matches(in: clause).filter {
      $0.range.count > 2 || isDegreeLetter($0.range, in: clause)
    }
    if let degree = degrees.last, !isOnlyStatus(role, degree.range, in: clause) {
      tie.degree = clause.slice(degree.range)
      tie.field = subject(behind: degree.range, in: clause)
      return .found(tie)
    }
    if let role {
      tie.role = role.text
      tie.kind = role.kind
      return .found(tie)
    }
    if let later = roleBehind(after) {
      guard leadsThere(clause) || isLast else { return .none }
      tie.role = later.text
      tie.kind = later.kind
      return .found(tie)
    }
    for word in ["interned", "internship", "internships", "interning"] {
      guard let found = clause.first(ofPhrase: word) else { continue }
      let text = clause.slice(found)
      tie.kind = .intern
      tie.role = Stated(text.string, text, rule: "biography.role")
      return .found(tie)
    }
    if [
      "worked at", "worked for", "working at", "i work at", "joined", "joining", "visited",
      "employed at", "stint at", "i am at", "i'm at",
    ]
    .contains(where: { clause.first(of: $0) != nil }) {
      if clause.first(of: "visited") != nil { tie.kind = .visiting }
      return .found(tie)
    }
    return .none
  }

  /// “BS”, “MS” count between words, not within them.
  private static func isDegreeLetter(_ range: Range<Int>, in clause: Span) -> Bool {
    range.allSatisfy { clause.text.scalars[$0].isUpper }
  }

  private static func leadsThere(_ clause: Span) -> Bool {
    [" at", "joined", "with", " for", "joining"].contains { clause.trimmed.hasSuffix($0) }
  }

  /// The part of a text that belongs to what follows it: behind the last semicolon, or behind a “where”.
  private static func lastClause(_ before: Span) -> Span {
    var clause = before
    for sign in [";", " where i "] {
      while let found = clause.first(of: sign), found.upperBound < clause.upper {
        clause = clause.from(found.upperBound)
      }
    }
    return clause
  }

  /// Whether only “and”, commas, dates and brackets stand between two organizations.
  private static func isConjunction(_ between: Span) -> Bool {
    var words = between.words.map(\.foldedString)
    words.removeAll { word in
      [
        "and", "then", "later", "both", "at", "the", "in", "from", "to", "of", "with", "as", "well",
        "summer", "spring", "fall", "winter", "also", "or", "now", "part",
      ].contains(word)
        || word.allSatisfy(\.isNumber) || Lexicon.shared.months[word] != nil
    }
    return words.isEmpty && between.count < 60 && !between.contains(";")
  }

  /// The position named last in a clause, with the words that belong to it.
  private static func role(in clause: Span) -> (
    text: Stated<String>, kind: MembershipKind, range: Range<Int>
  )? {
    guard let match = Lexicon.shared.roles.matches(in: clause).last else { return nil }
    let words = clause.to(match.range.upperBound).words
    var first = words.count - 1
    while first > 0, first > words.count - 7 {
      let word = words[first - 1]
      let gap = clause.between(word.upper, words[first].lower)
      guard gap.folded.allSatisfy({ $0.isOne(of: " -/.&") }),
        !stops.contains(word.foldedString)
      else { break }
      first -= 1
    }
    let text = clause.between(words[first].lower, match.range.upperBound)
    // The kind is told by all of the words: “visiting PhD student”.
    guard let kind = Lexicon.shared.roles.best(in: text)?.value ?? Optional(match.value),
      kind != .service, kind != .teaching
    else { return nil }
    return (Stated(text.collapsed, text, rule: "biography.role"), kind, text.range)
  }

  private static let stops: Set<String> = [
    "a", "an", "the", "as", "was", "is", "am", "my", "his", "her", "their", "i", "m", "currently",
    "now",
    "been", "and", "or", "also", "served", "worked", "working", "became", "joined", "to", "in",
    "at", "on",
    "for", "of", "year", "th", "st", "nd", "rd", "first", "second", "third", "fourth", "fifth",
    "final",
    "previously", "before", "incoming", "then", "two", "three", "months", "years", "spent", "that",
    "with", "he", "she",
    "this", "another", "summer", "part", "both", "will", "be", "have", "had", "were", "from", "by",
    "later",
  ]

  /// Whether a degree only says what kind of person it was: “visiting PhD student”, “PhD intern”.
  private static func isOnlyStatus(
    _ role: (text: Stated<String>, kind: MembershipKind, range: Range<Int>)?, _ degree: Range<Int>,
    in clause: Span
  ) -> Bool {
    guard let role else { return false }
    // A position named behind the degree is what counts: “after my PhD I was a postdoc at …”.
    if role.range.lowerBound > degree.upperBound, role.kind != .student { return true }
    return role.range.overlaps(degree) && (role.kind == .intern || role.kind == .visiting)
  }

  /// “… at X as a software engineer”, “X, where I was a research intern”.
  private static func roleBehind(_ after: Span) -> (text: Stated<String>, kind: MembershipKind)? {
    for lead in [
      " as a ", " as an ", " as the ", "where i was a ", "where i am a ", "where i was an ",
    ] {
      guard let found = after.first(of: lead), found.lowerBound - after.lower < 50 else { continue }
      let rest = after.from(found.upperBound)
      let end =
        [",", " (", " on ", " in ", " from ", " with ", " working", "."].compactMap {
          rest.first(of: $0)?.lowerBound
        }.min() ?? rest.upper
      let text = rest.to(end).trimmed
      guard text.wordCount <= 7, let match = Lexicon.shared.roles.best(in: text) else { continue }
      return (Stated(text.collapsed, text, rule: "biography.role"), match.value)
    }
    return nil
  }

  private static func subject(behind degree: Range<Int>, in clause: Span) -> Span? {
    var rest = clause.from(degree.upperBound)
    guard let found = rest.first(of: "in "), found.lowerBound - rest.lower < 24 else { return nil }
    rest = rest.from(found.upperBound)
    let end =
      [" from ", " at ", ",", " under ", " with ", " (", " by ", " and "].compactMap {
        rest.first(of: $0)?.lowerBound
      }.min() ?? rest.upper
    let subject = rest.to(end).trimmed
    guard (1...6).contains(subject.wordCount), subject.lower < subject.upper,
      subject.text.scalars[subject.lower].isUpper, DateParser.firstInterval(in: subject) == nil
    else { return nil }
    return subject
  }

  // MARK: Adding

  private mutating func add(
    _ mention: Span, _ tie: Tie, _ before: Span, _ after: Span, _ sentence: Span,
    _ shared: Stated<Interval>?
  ) {
    let name = OrganizationText.withoutDateBracket(mention)
    guard !name.isEmpty else { return }
    let organization = Stated(name.collapsed, name, rule: "biography.organization")
    let unit = Self.unit(before: before)
    var dates = Self.interval(mention: mention, before: before, after: after) ?? shared
    // Who joined in October began then; the end is not told.
    if let told = dates, told.value.start == told.value.printedEnd,
      ["joined", "joining", "since"].contains(where: { before.first(ofPhrase: $0) != nil })
    {
      dates = Stated(Interval(start: told.value.start, end: .unknown), told.span, rule: told.rule)
    }
    if tie.isStudy, let degree = tie.degree {
      education.append(
        EducationRecord(
          organization: organization, unit: unit,
          degree: Stated(degree.collapsed, degree, rule: "biography.degree"),
          field: tie.field.map { Stated($0.collapsed, $0, rule: "biography.field") },
          interval: dates.map { Self.ofStudy($0, isPresent: tie.isPresent) },
          advisers: Advisers.named(in: sentence.from(mention.upper))))
    } else {
      affiliations.append(
        AffiliationRecord(
          organization: organization, unit: unit, role: tie.role, interval: dates, kind: tie.kind,
          isCurrent: tie.isPresent && dates == nil))
    }
  }

  /// A single year of a degree is the one in which it was awarded, unless the study goes on.
  private static func ofStudy(_ interval: Stated<Interval>, isPresent: Bool) -> Stated<Interval> {
    guard interval.value.start == interval.value.printedEnd else { return interval }
    let value =
      isPresent
      ? Interval(start: interval.value.start, end: .open(lastConfirmed: nil))
      : Interval(start: nil, end: interval.value.end)
    return Stated(value, interval.span, rule: interval.rule)
  }

  /// “in the Department of Computer Science at”, “the Vision Lab of”: the unit in front of its institution.
  private static func unit(before: Span) -> Stated<String>? {
    let matches = Lexicon.shared.organizationWords.matches(in: before)
    guard matches.last?.value == .unit else { return nil }
    for lead in [" in the ", " at the ", " with the ", " of the ", "(the ", " at ", " in "] {
      guard let found = before.first(of: lead) else { continue }
      let end =
        [", ", " at ", " of ", " in "].compactMap { word -> Int? in
          before.trimmed.hasSuffix(word.trimmed) ? before.trimmed.upper - word.trimmed.count : nil
        }.min() ?? before.upper
      let unit = before.between(found.upperBound, end).trimming(",( ")
      if OrganizationText.isUnit(unit), unit.wordCount <= 9 {
        return Stated(unit.collapsed, unit, rule: "biography.unit")
      }
    }
    return nil
  }

  /// When it was: behind the organization, or in front of all that is said of it.
  private static func interval(mention: Span, before: Span, after: Span) -> Stated<Interval>? {
    if let inside = DateParser.firstInterval(in: mention) {
      return Stated(inside.value, mention.slice(inside.range), rule: "biography.interval")
    }
    if let told = interval(behind: after) { return told }
    guard let found = DateParser.intervals(in: before).last,
      before.from(found.range.upperBound).wordCount <= 16
    else { return nil }
    return Stated(found.value, before.slice(found.range), rule: "biography.interval")
  }

  /// “(2019-2021)”, “in 2020”, “from 2018 to 2020” near behind an organization.
  private static func interval(behind after: Span) -> Stated<Interval>? {
    // A bracket with the name in another language stands between.
    var after = after
    if let bracket = after.trimmed.brackets.first, bracket.lowerBound == after.trimmed.lower,
      DateParser.firstInterval(in: after.slice(bracket)) == nil
    {
      after = after.from(bracket.upperBound)
    }
    guard let found = DateParser.firstInterval(in: after),
      found.range.lowerBound - after.lower < 70
    else { return nil }
    let between = after.to(found.range.lowerBound)
    guard !between.contains(";"), between.wordCount <= 9,
      !["before", "prior", "after", "and", "then"].contains(where: {
        between.first(ofPhrase: $0) != nil
      })
    else { return nil }
    return Stated(found.value, after.slice(found.range), rule: "biography.interval")
  }
}

extension StringProtocol {
  /// Without white space at the ends.
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
