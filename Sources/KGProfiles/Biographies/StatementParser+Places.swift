internal import KGLexicon
internal import KGModel
internal import KGText

/// Organizations and units in statements.
extension StatementParser {
  mutating func addPlace(_ mark: ProseMark) {
    // “advised by Prof. A (X University)”
    if last?.isAdvisers == true, lead == nil, !hasAnd { return }
    if isInBracket, isAlias { return }
    // “X, where I am a lecturer, and Y”
    if current.isAtSamePlace, !current.titles.isEmpty, lead == nil, hasComma || hasAnd { close() }
    var place = ProseStatement.Place(span: mark.span)
    place.lead = leadWord(of: mark)
    place.isApposition = hasComma || isInBracket
    if let previous = current.places.last {
      if isPart(previous, of: mark) {
        place.lead = previous.lead
        place.units = (previous.units + [previous.span]).sorted { $0.lower < $1.lower }
        current.places.removeLast()
      } else if !isJoined(previous.span, mark) {
        close(coordinated: true)
      }
    }
    place.units = (current.units + place.units).sorted { $0.lower < $1.lower }
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

  mutating func addUnit(_ mark: ProseMark) {
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
}
