internal import KGLexicon
internal import KGModel
internal import KGText

/// Positions and degrees in English sentences: “I am a PhD student at X, advised by Y”, “Prior to
/// that, I spent a year as a research intern at A and B”, “She received her B.S. from C in 2015 and
/// her Ph.D. from D in 2020”.
///
/// A sentence is read organization by organization. The clause before an organization determines
/// what the owner was there: it names a degree or a role, or has a verb such as “joined”.
/// Organizations that only “and”, dates and places separate share one clause.
extension Biography {
  mutating func readEnglish(_ sentence: Span) {
    guard sentence.wordCount >= 4 else { return }
    var rest = OrganizationMentions.inEnglish(sentence)[...]
    var lower = sentence.lower
    var isPresent = false
    while let first = rest.popFirst() {
      var run = [Mention(name: first, after: sentence.between(first.upper, sentence.upper))]
      while let next = rest.first {
        let gap = sentence.between(run[run.count - 1].name.upper, next.lower)
        run[run.count - 1].after = gap
        guard EnglishAffiliationClause.isConjunction(gap) else { break }
        run.append(Mention(name: next, after: sentence.between(next.upper, sentence.upper)))
        rest.removeFirst()
      }
      let before = sentence.between(lower, first.lower)
      let unit = Self.leadingUnit(of: &run) ?? Self.unit(before: before)
      let last = run[run.count - 1]
      // The date after the last organization does not belong to the next clause.
      lower = Self.interval(after: last.after)?.span.upper ?? last.name.upper
      guard
        var clause = EnglishAffiliationClause(
          before: before, school: run[0].name, after: last.after, isLast: rest.isEmpty)
      else {
        isPresent = false
        continue
      }
      // “I am a professor at X and a fellow at Y”: the second clause has the tense of the first.
      if isPresent, !EnglishAffiliationClause.says(.past, before) { clause.isPresent = true }
      isPresent = clause.isPresent
      add(run, clause, unit: unit, before: before, sentence: sentence)
    }
  }

  /// “the Geophysical Institute, University of X”, “the Institute of the University of X”: without
  /// “and” between them, the first of two names is a unit of the second.
  private static func leadingUnit(of run: inout [Mention]) -> Stated<String>? {
    guard run.count == 2,
      run[0].after.words.allSatisfy({ word in
        ["the", "of", "at", "in"].contains(word.foldedString)
          || run[0].after.brackets.contains { $0.overlaps(word.range) }
      }),
      OrganizationText.strength(run[0].name) < OrganizationText.strength(run[1].name)
    else { return nil }
    let unit = run.removeFirst().name
    return Stated(unit.collapsed, unit, rule: .biographyUnit)
  }

  // MARK: Adding

  /// An organization and the text after it, up to the next one.
  private struct Mention {
    let name: Span
    var after: Span
  }

  /// One degree or position at one organization.
  private struct Tenure {
    let mention: Int
    var degree: Span?
    var role: EnglishAffiliationClause.Role?
    var dates: Stated<Interval>?
  }

  private mutating func add(
    _ run: [Mention], _ clause: EnglishAffiliationClause, unit: Stated<String>?, before: Span,
    sentence: Span
  ) {
    let tenures = Self.tenures(run, clause, before: before)
    for (index, tenure) in tenures.enumerated() {
      let mention = run[tenure.mention]
      let name = OrganizationText.withoutDateBracket(mention.name)
      guard !name.isEmpty else { continue }
      let organization = Stated(name.collapsed, name, rule: .biographyOrganization)
      if clause.isEducation || tenure.degree != nil {
        // The advisers named after several degrees belong to the last one.
        let isLast = index + 1 == tenures.count || tenures[index + 1].mention != tenure.mention
        education.append(
          EducationRecord(
            organization: organization, unit: tenure.mention == 0 ? unit : nil,
            degree: tenure.degree.map { Stated($0.collapsed, $0, rule: .biographyDegree) },
            field: clause.field.map { Stated($0.collapsed, $0, rule: .biographyField) },
            interval: tenure.dates.map { Self.degreeInterval($0, isPresent: clause.isPresent) },
            advisers: isLast ? Advisers.named(in: sentence.from(mention.name.upper)) : []))
      } else {
        affiliations.append(
          AffiliationRecord(
            organization: organization, unit: tenure.mention == 0 ? unit : nil,
            role: tenure.role?.text, interval: tenure.dates, kind: tenure.role?.kind ?? clause.kind,
            isCurrent: clause.isPresent && tenure.dates == nil))
      }
    }
  }

  /// Every degree or role at every organization, with its dates.
  private static func tenures(_ run: [Mention], _ clause: EnglishAffiliationClause, before: Span)
    -> [Tenure]
  {
    var tenures: [Tenure] = []
    if clause.degrees.count > 1, clause.degrees.count == run.count {
      // “my B.S. and M.S. from X and Y”.
      tenures = run.indices.map { Tenure(mention: $0, degree: clause.degrees[$0]) }
    } else {
      for index in run.indices {
        // “at X (PhD, 2019) and Y (BSc, 2014)”: each with its own degrees.
        let own = EnglishAffiliationClause.degreesInBracket(run[index].after)
        if !own.isEmpty {
          tenures += own.map {
            Tenure(mention: index, degree: $0.degree, dates: interval(inside: $0.detail))
          }
          continue
        }
        tenures += clause.degrees.map { Tenure(mention: index, degree: $0) }
        tenures += clause.roles.map { Tenure(mention: index, role: $0) }
        if tenures.last?.mention != index { tenures.append(Tenure(mention: index)) }
      }
    }
    let last = run[run.count - 1].after
    if let dates = respectiveDates(in: last, count: tenures.count) {
      for (index, date) in dates.enumerated() { tenures[index].dates = date }
      return tenures
    }
    var own = run.map { interval(inside: $0.name) ?? interval(after: $0.after) }
    if own.dropLast().allSatisfy({ $0 == nil }) {
      // “at A and B (2020–2022)”, “in 2020 at A and B”: the dates apply to both.
      let shared = own[own.count - 1]
      if shared == nil {
        own = own.map { _ in interval(before: before) }
      } else if let shared, shared.value.start != shared.value.printedEnd {
        own = own.map { _ in shared }
      }
    }
    if EnglishAffiliationClause.says(.begin, before) {
      own = own.map { $0.map(Self.openEnded) }
    }
    for (index, dates) in own.enumerated() {
      // After several degrees at one organization, a date belongs to the last one.
      let place = tenures.lastIndex { $0.mention == index }
      if let place, clause.roles.count < 2, tenures[place].dates == nil {
        tenures[place].dates = dates
      }
    }
    return tenures
  }

  /// “in 2012 and 2016, respectively”: one date for each tenure; `nil` when their numbers differ.
  private static func respectiveDates(in span: Span, count: Int) -> [Stated<Interval>]? {
    guard count > 1 else { return nil }
    let found = DateParser.intervals(in: span)
    guard found.count == count, let first = found.first,
      span.to(first.range.lowerBound).wordCount <= 4,
      zip(found, found.dropFirst()).allSatisfy({
        span.between($0.range.upperBound, $1.range.lowerBound).words.allSatisfy {
          ["and", "in"].contains($0.foldedString)
        }
      })
    else { return nil }
    return found.map { Stated($0.value, span.slice($0.range), rule: .biographyInterval) }
  }

  /// “joined in October 2021” states a start and no end.
  private static func openEnded(_ dates: Stated<Interval>) -> Stated<Interval> {
    guard dates.value.start == dates.value.printedEnd else { return dates }
    return Stated(
      Interval(start: dates.value.start, end: .unknown), dates.span, rule: dates.rule)
  }

  /// The single date of a degree is when it was awarded, or when an education that continues began.
  private static func degreeInterval(_ interval: Stated<Interval>, isPresent: Bool) -> Stated<
    Interval
  > {
    guard interval.value.start == interval.value.printedEnd else { return interval }
    let value =
      isPresent
      ? Interval(start: interval.value.start, end: .open(lastConfirmed: nil))
      : Interval(start: nil, end: interval.value.end)
    return Stated(value, interval.span, rule: interval.rule)
  }

  /// The unit before its institution: “in the Department of Computer Science at”, “the Vision Lab
  /// of”.
  private static func unit(before: Span) -> Stated<String>? {
    let matches = Lexicon.shared.organizationWords.matches(in: before)
    guard matches.last?.value == .unit else { return nil }
    var words = before.words
    while let last = words.last, ["at", "of", "in", "the", "within"].contains(last.foldedString) {
      words.removeLast()
    }
    guard let end = words.last?.upper else { return nil }
    for lead in [" in the ", " at the ", " with the ", " of the ", "(the ", " at ", " in "] {
      guard let found = before.first(of: lead), found.upperBound < end else { continue }
      let unit = before.between(found.upperBound, end).trimming(",( ")
      if OrganizationText.isUnit(unit), unit.wordCount <= 9 {
        return Stated(unit.collapsed, unit, rule: .biographyUnit)
      }
    }
    return nil
  }

  private static func interval(inside mention: Span) -> Stated<Interval>? {
    DateParser.firstInterval(in: mention).map {
      Stated($0.value, mention.slice($0.range), rule: .biographyInterval)
    }
  }

  /// The last date in the text before an organization.
  private static func interval(before: Span) -> Stated<Interval>? {
    guard let found = DateParser.intervals(in: before).last,
      before.from(found.range.upperBound).wordCount <= 16
    else { return nil }
    return Stated(found.value, before.slice(found.range), rule: .biographyInterval)
  }

  /// A date shortly after an organization: “(2019-2021)”, “in 2020”, “from 2018 to 2020”.
  private static func interval(after text: Span) -> Stated<Interval>? {
    // A bracket with the name in another language may come first.
    var after = text
    if let bracket = after.trimmed.brackets.first, bracket.lowerBound == after.trimmed.lower,
      DateParser.firstInterval(in: after.slice(bracket)) == nil
    {
      after = after.from(bracket.upperBound)
    }
    guard let found = DateParser.firstInterval(in: after),
      found.range.lowerBound - after.lower < 70
    else { return nil }
    let between = after.to(found.range.lowerBound)
    let isInBracket = after.trimmed.brackets.first.map {
      $0.lowerBound == after.trimmed.lower && $0.contains(found.range.lowerBound)
    }
    guard !between.contains(";"), between.wordCount <= 9,
      isInBracket ?? false
        || !["before", "prior", "after", "and", "then"].contains(where: {
          between.first(ofPhrase: $0) != nil
        })
    else { return nil }
    return Stated(found.value, after.slice(found.range), rule: .biographyInterval)
  }
}
