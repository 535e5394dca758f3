internal import KGLexicon
internal import KGModel
internal import KGText

/// Dates in statements: of the role, the degree or the organization before, or of the clause.
extension StatementParser {
  /// Whether the clause of a date says more: 2014年赴美.
  func saysMore(after date: Stated<DatedText>) -> Bool {
    let rest = sentence.span.from(date.span.upper)
    let clause = rest.split(at: ",;").first ?? rest
    return !sentence.uncovered(clause.lower, clause.upper).isEmpty
  }

  mutating func addDate(_ date: Stated<DatedText>, _ mark: ProseMark, at index: Int) {
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
  private func withUntil(_ date: Stated<DatedText>, _ mark: ProseMark) -> Stated<DatedText> {
    guard lead?.word == .until, date.value.isDate,
      let lead, sentence.span.between(lead.span.upper, mark.span.lower).trimmed.isEmpty
    else { return date }
    return Stated(
      .period(from: nil, to: .closed(date.value.start)), date.span, rule: date.rule)
  }

  /// Whether a date begins a clause that says more: “…, and in 2018 he moved to X”.
  private func isLeading(_ mark: ProseMark, at index: Int) -> Bool {
    guard !isInBracket else { return false }
    if sentence.isEastAsian, !current.hasContent { return current.dates.isEmpty }
    guard index == 0 || hasComma || hasAnd || !current.hasContent && current.dates.isEmpty else {
      return false
    }
    guard let next = sentence.marks[(index + 1)...].first(where: Self.says),
      sentence.uncovered(mark.span.upper, next.span.lower).count <= Self.longestGap
    else { return false }
    if next.isVerb || next.isName || next.word == .owner { return true }
    if next.isPlace { return sentence.isEastAsian }
    return next.isTitle && !current.places.isEmpty && (hasComma || hasAnd)
  }

  /// Whether a mark is more than a word that joins others.
  private static func says(_ mark: ProseMark) -> Bool {
    guard let word = mark.word else { return true }
    return ![.at, .in, .time, .and, .as].contains(word)
  }

  /// Words without a mark between a date and what it dates.
  private static let longestGap = 3
}
