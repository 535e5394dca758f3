internal import KGModel

/// Periods: two dates with what joins them, or one with a word that says which end it is.
extension DateParser {
  /// The period whose first date begins at a place; `nil` when none does.
  static func period(in span: Span, at index: Int) -> Found<DatedText>? {
    guard let start = point(in: span, at: index) else {
      return monthsOfOneYear(in: span, at: index).map { expected(around: $0, in: span) }
    }
    let lead = leadingWord(before: index, in: span)
    let found =
      twoDates(from: start, lead, in: span) ?? reversedPresent(start, in: span)
      ?? oneEnd(start, lead, in: span)
    return expected(around: found, in: span)
  }

  // MARK: Two ends

  private static func twoDates(
    from start: Point, _ lead: DateWordTable<PeriodWords.Role>.Match?, in span: Span
  ) -> Found<DatedText>? {
    let lower =
      lead.map { [.from, .starting, .since, .between].contains($0.value) } == true
      ? lead?.range.lowerBound ?? start.range.lowerBound : start.range.lowerBound
    let place = skipSpaces(span, start.range.upperBound)
    if let present = PeriodWords.end(of: .toPresent, in: span, at: place) {
      return Found(value: open(start.first), range: lower..<present)
    }
    if let end = adjacentEnd(after: start, in: span) {
      return Found(value: end.value, range: lower..<end.range.upperBound)
    }
    let isBetween = lead?.value == .between
    let joined = isBetween ? PeriodWords.end(of: .and, in: span, at: place) : nil
    guard let separatorEnd = joined ?? separator(in: span, at: place) else { return nil }
    return end(after: separatorEnd, of: start, lower, in: span)
      ?? endInNextLine(after: separatorEnd, of: start, lower, in: span)
  }

  /// The end that follows what joins two dates: the present, a date, a part of a date, or “?”.
  private static func end(
    after separatorEnd: Int, of start: Point, _ lower: Int, in span: Span
  ) -> Found<DatedText>? {
    var place = skipSpaces(span, separatorEnd)
    if let article = PeriodWords.end(of: .article, in: span, at: place),
      PeriodWords.end(of: .present, in: span, at: place) == nil
    {
      place = skipSpaces(span, article)
    }
    if let present = PeriodWords.end(of: .present, in: span, at: place)
      ?? PeriodWords.end(of: .toPresent, in: span, at: place)
    {
      let upper = PeriodWords.end(of: .untilAfter, in: span, at: present) ?? present
      return Found(value: open(start.first), range: lower..<upper)
    }
    if let unknown = PeriodWords.end(of: .unknown, in: span, at: place) {
      return Found(value: .period(from: start.first, to: .unknown), range: lower..<unknown)
    }
    guard let end = endPoint(in: span, at: place, after: start) else { return nil }
    let upper = end.range.upperBound
    if let confirmed = bracketedPresent(in: span, at: upper) {
      let value = DatedText.period(from: start.first, to: .open(lastConfirmed: end.last))
      return Found(value: value, range: lower..<confirmed)
    }
    let after = PeriodWords.end(of: .untilAfter, in: span, at: skipSpaces(span, upper))
    // “2024 - 2022”: a list that goes back in time may print the end first.
    let isReversed = end.last < start.first && end.last.year < start.first.year
    let value: DatedText =
      isReversed
      ? .period(from: end.first, to: .closed(start.last))
      : .period(from: start.first, to: .closed(end.last))
    return Found(value: value, range: lower..<(after ?? upper))
  }

  /// The date after a dash; “2012-13” does not repeat the century, 2019年3月-6月 not the year.
  private static func endPoint(in span: Span, at index: Int, after start: Point) -> Point? {
    if let end = point(in: span, at: index) { return end }
    guard let digits = digits(in: span, at: index), digits.range.count <= 2 else { return nil }
    if start.first.month == nil, digits.range.count == 2,
      digits.value > start.first.year % 100,
      let date = PartialDate(year: start.first.year / 100 * 100 + digits.value)
    {
      return Point(date, digits.range)
    }
    guard let month = start.last.month, start.last.day == nil, digits.value >= month,
      digits.value <= 12, let date = PartialDate(year: start.last.year, month: digits.value)
    else { return nil }
    let sign = DateSigns.end(of: .month, in: span, at: digits.range.upperBound)
    if let sign { return Point(date, index..<sign) }
    // “2019.3-6”; a number after a spaced dash may be anything.
    let isTight = !start.hasSigns && index == start.range.upperBound + 1
    let after = digits.range.upperBound
    let isWhole = after >= span.upper || span.text.folded[after].isOne(of: " \t\n,;)|:")
    return isTight && isWhole && span.text.folded[start.range.upperBound - 1].isDigit
      ? Point(date, digits.range) : nil
  }

  /// “2019 –” above “2022” in a narrow column.
  private static func endInNextLine(
    after separatorEnd: Int, of start: Point, _ lower: Int, in span: Span
  ) -> Found<DatedText>? {
    let place = skip(span, separatorEnd, over: " \n")
    guard place > skipSpaces(span, separatorEnd), place > separatorEnd else { return nil }
    if let present = PeriodWords.end(of: .present, in: span, at: place) {
      return Found(value: open(start.first), range: lower..<present)
    }
    guard let end = point(in: span, at: place), end.last >= start.first else { return nil }
    // A date with a dash of its own is the start of the next entry.
    let rest = span.from(end.range.upperBound).trimmed
    guard !(rest.folded.first?.isOne(of: "-–~") ?? false) else { return nil }
    return Found(
      value: .period(from: start.first, to: .closed(end.last)),
      range: lower..<end.range.upperBound)
  }

  /// What joins two dates: a dash, “to”, 至; `nil` when nothing does.
  static func separator(in span: Span, at index: Int) -> Int? {
    guard index < span.upper else { return nil }
    if span.text.folded[index].isOne(of: "-–~") {
      return skip(span, index, over: "-–~")
    }
    // ISO 8601: “2019-09/2020-06”
    if span.text.folded[index] == "/", let next = point(in: span, at: index + 1),
      next.first.month != nil, index > span.lower, span.text.folded[index - 1].isDigit
    {
      return index + 1
    }
    return PeriodWords.end(of: .to, in: span, at: index)
      ?? PeriodWords.end(of: .until, in: span, at: index)
  }

  /// A period of more years is not one that two dates without a dash between them state.
  private static let mostYearsWithoutDash = 12

  /// “Oct. 2023 today”, or “Nov. 2021” above “Sept. 2023”: two months, or one and the present,
  /// without a dash between them.
  private static func adjacentEnd(after start: Point, in span: Span) -> Found<DatedText>? {
    if let cell = endInNextCell(after: start, in: span) { return cell }
    if let confirmed = bracketedPresent(in: span, at: start.range.upperBound) {
      return Found(value: open(start.first), range: start.range.lowerBound..<confirmed)
    }
    guard let month = start.first.month else { return nil }
    let place = skip(span, start.range.upperBound, over: " \n")
    guard place > start.range.upperBound else { return nil }
    if let end = PeriodWords.end(of: .present, in: span, at: place) {
      return Found(value: open(start.first), range: start.range.lowerBound..<end)
    }
    guard let end = point(in: span, at: place), let lastMonth = end.last.month,
      (end.last.year, lastMonth) > (start.first.year, month),
      end.last.year < start.first.year + mostYearsWithoutDash
    else { return nil }
    return Found(
      value: .period(from: start.first, to: .closed(end.last)),
      range: start.range.lowerBound..<end.range.upperBound)
  }

  /// Beginning and end in two columns of a table.
  private static func endInNextCell(after start: Point, in span: Span) -> Found<DatedText>? {
    let gap = span.from(start.range.upperBound)
    guard gap.folded.first == "\t" || gap.hasPrefix(" \t") else { return nil }
    let place = skip(span, start.range.upperBound, over: " \t")
    if let end = PeriodWords.end(of: .present, in: span, at: place) {
      return Found(value: open(start.first), range: start.range.lowerBound..<end)
    }
    guard let end = point(in: span, at: place), end.last.year >= start.first.year else {
      return nil
    }
    let after = skipSpaces(span, end.range.upperBound)
    guard after >= span.upper || span.text.folded[after].isOne(of: "\t\n") else {
      return nil
    }
    return Found(
      value: .period(from: start.first, to: .closed(end.last)),
      range: start.range.lowerBound..<end.range.upperBound)
  }

  /// “Mar – Jun 2022”, “Spring/Summer 2019”: two months or seasons of one year.
  private static func monthsOfOneYear(in span: Span, at index: Int) -> Found<DatedText>? {
    guard startsToken(span, index), let first = MonthNames.table.match(in: span, at: index) else {
      return nil
    }
    let place = skip(span, first.range.upperBound, over: " .")
    guard let joined = separator(in: span, at: place) ?? separated(in: span, at: place, by: "/&"),
      case let next = skipSpaces(span, joined),
      let name = MonthNames.table.match(in: span, at: next),
      let last = point(in: span, at: next),
      let start = PartialDate(year: last.first.year, month: first.value == 0 ? nil : first.value)
    else { return nil }
    // “September – May 2020” began in the year before, which is not printed.
    let isOrdered = first.value == 0 || name.value == 0 || first.value <= name.value
    guard isOrdered else { return nil }
    return Found(
      value: .period(from: start, to: .closed(last.last)), range: index..<last.range.upperBound)
  }

  // MARK: One end

  /// One date, with words that say whether it is the start, the end or both.
  private static func oneEnd(
    _ start: Point, _ lead: DateWordTable<PeriodWords.Role>.Match?, in span: Span
  ) -> Found<DatedText> {
    let (lower, upper) = (start.range.lowerBound, start.range.upperBound)
    let led = (lead?.range.lowerBound ?? lower)..<upper
    switch lead?.value {
    case .until, .before:
      return Found(value: .period(from: nil, to: .closed(start.last)), range: led)
    case .since:
      let end = PeriodWords.end(of: .onwards, in: span, at: skipSpaces(span, upper)) ?? upper
      return Found(value: open(start.first), range: led.lowerBound..<end)
    case .starting where lead.map({ beginsClause($0.range.lowerBound, in: span) }) == true:
      let end = PeriodWords.end(of: .onwards, in: span, at: skipSpaces(span, upper)) ?? upper
      return Found(value: open(start.first), range: led.lowerBound..<end)
    default: break
    }
    let place = skipSpaces(span, upper)
    if let end = PeriodWords.end(of: .untilAfter, in: span, at: place) {
      return Found(value: .period(from: nil, to: .closed(start.last)), range: lower..<end)
    }
    if let end = PeriodWords.end(of: .onwards, in: span, at: place) {
      return Found(value: open(start.first), range: lower..<end)
    }
    if let dash = openDash(after: start, in: span) {
      return Found(value: open(start.first), range: lower..<dash)
    }
    return Found(
      value: start.first == start.last
        ? .date(start.first) : .period(from: start.first, to: .closed(start.last)),
      range: start.range)
  }

  /// The end of a dash with nothing after it, which leaves the end open: “2020.9 –”, “2014–: Reviewer”,
  /// 2016/9~; `nil` for a dash between a date and other text.
  private static func openDash(after start: Point, in span: Span) -> Int? {
    let place = skipSpaces(span, start.range.upperBound)
    guard place < span.upper, span.text.folded[place].isOne(of: "-–~"),
      let end = separator(in: span, at: place)
    else { return nil }
    let rest = span.from(skipSpaces(span, end))
    guard let next = rest.folded.first else { return end }
    let isColumn = rest.lower >= end + widthOfColumnGap
    if isColumn || next.isOne(of: ")]|,;:\n\t") { return end }
    // A dash that clings to its date: “2019– Researcher”, 2019年4月〜 研究員.
    let clings = place == start.range.upperBound && rest.lower > end
    let isWave = span.text.folded[place] == "~"
    return isWave || clings && span.text.folded[place] == "–" ? end : nil
  }

  /// So many spaces separate the columns of a text.
  private static let widthOfColumnGap = 3

  /// The word directly before a date that says which end the date is.
  private static func leadingWord(
    before index: Int, in span: Span
  ) -> DateWordTable<PeriodWords.Role>.Match? {
    let place = skipSpaces(span, backFrom: index)
    guard place > span.lower else { return nil }
    if let lead = PeriodWords.leadingWord(in: span, endingAt: place) { return lead }
    // “since the fall of 2021”
    guard let article = PeriodWords.start(of: .article, in: span, endingAt: place),
      case let before = skipSpaces(span, backFrom: article), before > span.lower
    else { return nil }
    return PeriodWords.leadingWord(in: span, endingAt: before)
  }

  /// Whether a clause begins at a place: a line, a cell, a bracket, the text after a comma.
  private static func beginsClause(_ index: Int, in span: Span) -> Bool {
    let place = skipSpaces(span, backFrom: index)
    return place == span.lower || span.text.folded[place - 1].isOne(of: "\n\t,;:.([|•·-–")
  }

  /// “Now - 2024”: the end comes first.
  private static func reversedPresent(_ start: Point, in span: Span) -> Found<DatedText>? {
    var place = skipSpaces(span, backFrom: start.range.lowerBound)
    let dashEnd = place
    while place > span.lower, span.text.folded[place - 1].isOne(of: "-–~") { place -= 1 }
    guard place < dashEnd,
      let present = PeriodWords.start(
        of: .present, in: span, endingAt: skipSpaces(span, backFrom: place))
    else { return nil }
    // “2019 – now - 2016” is not such a period.
    let before = skipSpaces(span, backFrom: present)
    guard before == span.lower || !span.text.folded[before - 1].isOne(of: "-–~") else { return nil }
    return Found(value: open(start.first), range: present..<start.range.upperBound)
  }

  private static func bracketedPresent(in span: Span, at index: Int) -> Int? {
    let place = skipSpaces(span, index)
    guard place < span.upper, span.text.folded[place] == "(",
      let end = PeriodWords.end(of: .present, in: span, at: skipSpaces(span, place + 1)),
      end < span.upper, span.text.folded[end] == ")"
    else { return nil }
    return end + 1
  }

  private static func open(_ start: PartialDate) -> DatedText {
    .period(from: start, to: .open(lastConfirmed: nil))
  }

  // MARK: Expected ends

  /// The period with the word beside it that says its end has not come yet: “2026 (expected)”, “expected
  /// graduation May 2026”, “2020 – 2023, expected graduation Dec. 2023”. A single date is then an end.
  private static func expected(around found: Found<DatedText>, in span: Span) -> Found<DatedText> {
    let (lower, upper) = (found.range.lowerBound, found.range.upperBound)
    let isSingle = found.value.isDate
    let value = isSingle ? .period(from: nil, to: found.value.end) : found.value
    let place = skip(span, upper, over: " ,")
    let isOpened = place < span.upper && span.text.folded[place].isOne(of: "([")
    let wordPlace = isOpened ? skipSpaces(span, place + 1) : place
    if let word = PeriodWords.end(of: .expected, in: span, at: wordPlace) {
      if !isSingle, let date = point(in: span, at: skip(span, word, over: " :")) {
        let end = closing(isOpened, at: date.range.upperBound, in: span)
        return Found(value: refined(found.value, by: date), range: lower..<end)
      }
      return Found(value: value, range: lower..<closing(isOpened, at: word, in: span))
    }
    guard isSingle else { return found }
    var before = lower
    while before > span.lower, span.text.folded[before - 1].isOne(of: " :") { before -= 1 }
    guard let word = PeriodWords.start(of: .expected, in: span, endingAt: before) else {
      return found
    }
    return Found(value: value, range: word..<upper)
  }

  private static func closing(_ isOpened: Bool, at index: Int, in span: Span) -> Int {
    isOpened && index < span.upper && span.text.folded[index].isOne(of: ")]") ? index + 1 : index
  }

  /// A closed period with the more exact end that is expected.
  private static func refined(_ value: DatedText, by date: Point) -> DatedText {
    guard case .closed(let end) = value.end, end?.year == date.last.year else { return value }
    return .period(from: value.start, to: .closed(date.last))
  }
}
