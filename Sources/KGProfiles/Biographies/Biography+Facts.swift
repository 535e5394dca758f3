internal import KGLexicon
internal import KGModel
internal import KGText

/// Positions and degrees of statements.
extension Biography {
  /// Adds the facts of a statement.
  mutating func add(_ statement: ProseStatement, in sentence: ProseSentence) {
    guard !statement.isBlocked, !statement.isDenied else { return }
    let facts = StatementFacts(statement, in: sentence, context)
    if completeLast(statement, facts, in: sentence) { return }
    let (positionCount, educationCount) = (affiliations.count, education.count)
    affiliations += facts.positions
    education += facts.education
    if let last = education.indices.last, education.count > educationCount {
      // The advisers named after several degrees belong to the last one.
      education[last].advisers = statement.advisers
      context.lastEducation = last
      if affiliations.count == positionCount, !isSamePlaceAsPosition(education[last]) {
        context.lastPosition = nil
      }
    } else {
      addAdvisers(statement, in: sentence)
    }
    if affiliations.count > positionCount { context.lastPosition = affiliations.count - 1 }
    if let place = statement.places.last { context.lastPlace = place }
    context.lastDate =
      statement.dates.last ?? statement.places.last?.date ?? statement.titles.last?.date
      ?? context.lastDate
  }

  /// Whether an education is at the organization of the position read last.
  private func isSamePlaceAsPosition(_ education: EducationRecord) -> Bool {
    context.lastPosition.map {
      affiliations[$0].organization.value == education.organization.value
    } ?? false
  }

  /// Adds the advisers of a statement without a degree to the degree before it.
  private mutating func addAdvisers(_ statement: ProseStatement, in sentence: ProseSentence) {
    guard !statement.advisers.isEmpty, statement.places.isEmpty else { return }
    if let last = context.lastEducation,
      education[last].advisers.isEmpty || isInSentence(sentence)
    {
      education[last].advisers += statement.advisers
    } else {
      unassignedAdvisers += statement.advisers
    }
  }

  // MARK: Completing

  /// Adds a role, a degree or a date without an organization to the fact before it that lacks it: 毕业于X，获学士学位;
  /// 回到X，任副教授.
  ///
  /// - Returns: Whether the statement was used up.
  private mutating func completeLast(
    _ statement: ProseStatement, _ facts: StatementFacts, in sentence: ProseSentence
  ) -> Bool {
    guard statement.places.isEmpty else { return false }
    if let index = context.lastEducation, statement.roles.isEmpty,
      completes(statement, education[index], in: sentence)
    {
      complete(index, statement, facts)
      return true
    }
    if let index = context.lastPosition, ends(affiliations[index], statement) {
      affiliations[index].interval = statement.dates.last
      return true
    }
    guard let index = context.lastPosition, affiliations[index].role == nil,
      statement.degrees.isEmpty, let role = facts.roleText(statement.roles.first),
      sentence.isEastAsian && !(statement.says([.begin]) && !statement.dates.isEmpty)
        || statement.isAtSamePlace,
      statement.dates.isEmpty || affiliations[index].interval == nil
    else { return false }
    setRole(role, of: index, statement, facts)
    return true
  }

  private mutating func setRole(
    _ role: Stated<String>, of index: Int, _ statement: ProseStatement, _ facts: StatementFacts
  ) {
    affiliations[index].role = role
    affiliations[index].kind = facts.kind(statement.roles.first)
    if let date = statement.dates.first {
      affiliations[index].interval = facts.positionInterval(date, statement.roles.first)
    }
    guard statement.isSequence, statement.roles.count > 1 else { return }
    // 历任副研究员、研究员: the first of them began with the period.
    let first = affiliations[index]
    if let date = first.interval, let start = date.value.start {
      affiliations[index].interval = Stated(
        .period(from: start, to: .unknown), date.span, rule: date.rule)
    }
    for next in statement.roles.dropFirst() {
      var later = first
      later.role = facts.roleText(next)
      later.kind = facts.kind(next)
      later.interval = nil
      affiliations.append(later)
    }
  }

  /// “I stayed there until 2021”
  private func ends(_ position: AffiliationRecord, _ statement: ProseStatement) -> Bool {
    guard let date = statement.dates.last, statement.titles.isEmpty, statement.isAtSamePlace,
      statement.says([.hold, .stay])
    else { return false }
    return position.interval == nil && date.value.start == nil
  }

  private func completes(
    _ statement: ProseStatement, _ education: EducationRecord, in sentence: ProseSentence
  ) -> Bool {
    guard statement.says([.receive, .graduate]) || statement.verbs.isEmpty && sentence.isEastAsian
    else { return false }
    if statement.degrees.isEmpty {
      return !statement.dates.isEmpty && isInSentence(sentence)
        && education.interval?.value.printedEnd == nil
    }
    guard statement.degrees.count == 1, sentence.isEastAsian || isInSentence(sentence) else {
      return false
    }
    guard let level = education.level else { return true }
    return level == Lexicon.shared.degrees.firstMatch(in: statement.degrees[0].span)?.value
      && education.interval?.value.printedEnd == nil
  }

  /// Whether the education read last is one of this sentence.
  private func isInSentence(_ sentence: ProseSentence) -> Bool {
    context.lastEducation.map {
      education[$0].organization.span.range.overlaps(sentence.span.range)
    } ?? false
  }

  private mutating func complete(
    _ index: Int, _ statement: ProseStatement, _ facts: StatementFacts
  ) {
    if let degree = statement.degrees.first {
      education[index].degree =
        education[index].degree
        ?? Stated(degree.span.collapsed, degree.span, rule: .biographyDegree)
      education[index].field = education[index].field ?? facts.field(of: degree)
    }
    if let date = statement.dates.last ?? statement.degrees.first?.date {
      let start = education[index].interval?.value.start
      education[index].interval = Stated(
        .period(
          from: date.value.isDate ? start : date.value.start ?? start,
          to: .closed(date.value.printedEnd ?? date.value.start)),
        date.span, rule: date.rule)
      context.lastDate = date
    }
    if education[index].advisers.isEmpty { education[index].advisers = statement.advisers }
  }
}
