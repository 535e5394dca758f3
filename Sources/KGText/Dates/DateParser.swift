package import KGModel

/// Finds dates and intervals in text, in the forms that CVs use in two languages.
///
///     2017 · 2017.3 · 2017-03 · 2017/03/09 · 2017年3月 · Mar 2017 · 03/2017 · Fall 2017
///     2016.3 – 2016.12 · May 2020 - Mar 2024 · 2020.9–至今 · since 2019 · 2024.10-2025.4(至今)
package enum DateParser {
  /// A value with its range in the text, in characters.
  package struct Found<Value> {
    package let value: Value
    package let range: Range<Int>
  }

  /// Every interval in the span, from left to right; a single date is an interval that begins and
  /// ends with it.
  package static func intervals(in span: Span) -> [Found<Interval>] {
    var found: [Found<Interval>] = []
    var index = span.lower
    while let start = nextStart(in: span, from: index) {
      let interval = interval(in: span, at: start)
      if let interval { found.append(interval) }
      index = interval?.range.upperBound ?? start + 1
    }
    return found
  }

  /// The first interval in the span; `nil` when there is none.
  package static func firstInterval(in span: Span) -> Found<Interval>? {
    var index = span.lower
    while let start = nextStart(in: span, from: index) {
      if let interval = interval(in: span, at: start) { return interval }
      index = start + 1
    }
    return nil
  }

  /// The next place with a digit or with a word that may be a month. A fast filter: at most places of
  /// a text no date begins.
  private static func nextStart(in span: Span, from index: Int) -> Int? {
    let months = MonthNames.longest
    return span.text.scalars.read { scalar in
      (index..<max(index, span.upper)).first { place in
        let first = TextFold.fold(scalar(place))
        return (first.isDigit || months[first] != nil) && startsToken(span, place)
      }
    }
  }

  /// The years of the dates in the span, without page numbers.
  package static func years(in span: Span) -> [Found<Int>] {
    intervals(in: span).compactMap { found in
      guard !isPageNumber(found.range.lowerBound, in: span) else { return nil }
      return found.value.start.map { Found(value: $0.year, range: found.range) }
    }
  }

  // MARK: Intervals

  private static func interval(in span: Span, at index: Int) -> Found<Interval>? {
    guard let start = date(in: span, at: index) else { return monthsOfOneYear(in: span, at: index) }
    let since = sinceBefore(index, in: span)
    var place = skipSpaces(span, start.range.upperBound)
    let separatorEnd = separator(in: span, at: place) ?? betweenAnd(index, place, in: span)
    guard let separatorEnd else {
      if let found = adjacentEnd(in: span, from: index, after: start) { return found }
      let end: Interval.End = since == nil ? .closed(start.value) : .open(lastConfirmed: nil)
      return Found(
        value: Interval(start: start.value, end: end),
        range: (since ?? index)..<start.range.upperBound)
    }
    place = skipSpaces(span, separatorEnd)
    if let presentEnd = present(in: span, at: place) {
      let value = Interval(start: start.value, end: .open(lastConfirmed: nil))
      return Found(value: value, range: index..<presentEnd)
    }
    if let end = endDate(in: span, at: place, after: start.value) {
      let value: Interval
      var upper = end.range.upperBound
      if let confirmed = bracketedPresent(in: span, at: upper) {
        value = Interval(start: start.value, end: .open(lastConfirmed: end.value))
        upper = confirmed
      } else {
        value = Interval(start: start.value, end: .closed(end.value))
      }
      return Found(value: value, range: index..<upper)
    }
    // A dash with nothing after it leaves the end open.
    let rest = span.from(place)
    let isColumn = place >= separatorEnd + 3
    if rest.trimmed.isEmpty || isColumn || rest.hasPrefix(")") || rest.hasPrefix("\n")
      || rest.hasPrefix("\t")
    {
      let value = Interval(start: start.value, end: .open(lastConfirmed: nil))
      return Found(value: value, range: index..<separatorEnd)
    }
    return Found(
      value: Interval(start: start.value, end: .closed(start.value)), range: start.range)
  }

  /// “Oct. 2023 today”, or “Nov. 2021” above “Sept. 2023”: two months, or one and the present,
  /// without a dash between them.
  private static func adjacentEnd(
    in span: Span, from index: Int, after start: Found<PartialDate>
  ) -> Found<Interval>? {
    if let cell = endInNextCell(in: span, from: index, after: start) { return cell }
    guard let month = start.value.month else { return nil }
    let place = skip(span, start.range.upperBound, over: " \n")
    guard place > start.range.upperBound else { return nil }
    if let end = present(in: span, at: place), !span.from(end).hasPrefix("ly") {
      return Found(
        value: Interval(start: start.value, end: .open(lastConfirmed: nil)), range: index..<end)
    }
    guard let end = date(in: span, at: place), let lastMonth = end.value.month,
      (end.value.year, lastMonth) > (start.value.year, month),
      end.value.year < start.value.year + 12
    else { return nil }
    return Found(
      value: Interval(start: start.value, end: .closed(end.value)),
      range: index..<end.range.upperBound)
  }

  /// Beginning and end in two columns of a table.
  private static func endInNextCell(
    in span: Span, from index: Int, after start: Found<PartialDate>
  ) -> Found<Interval>? {
    let gap = span.from(start.range.upperBound)
    guard gap.folded.first == "\t" || gap.hasPrefix(" \t") else { return nil }
    let place = skip(span, start.range.upperBound, over: " \t")
    if let end = present(in: span, at: place) {
      return Found(
        value: Interval(start: start.value, end: .open(lastConfirmed: nil)), range: index..<end)
    }
    guard let end = date(in: span, at: place), end.value.year >= start.value.year else {
      return nil
    }
    let after = skipSpaces(span, end.range.upperBound)
    guard after >= span.upper || span.text.folded[after].isOne(of: "\t\n") else {
      return nil
    }
    return Found(
      value: Interval(start: start.value, end: .closed(end.value)),
      range: index..<end.range.upperBound)
  }

  /// “Mar – Jun 2022”: two months of one year.
  private static func monthsOfOneYear(in span: Span, at index: Int) -> Found<Interval>? {
    guard index < span.upper, span.text.scalars[index].isLetter, startsToken(span, index) else {
      return nil
    }
    var end = index
    while end < span.upper, end - index < 10, span.text.scalars[end].isLetter { end += 1 }
    let dash = skip(span, end, over: " .")
    guard end - index >= 3, dash < span.upper,
      span.text.folded[dash].isOne(of: "-–~"),
      let month = month(span.slice(index..<end)), month > 0,
      let last = monthName(in: span, at: skip(span, dash, over: "-–~ ")),
      let start = PartialDate(year: last.value.year, month: month),
      last.value.month.map({ $0 >= month }) ?? false
    else { return nil }
    return Found(
      value: Interval(start: start, end: .closed(last.value)), range: index..<last.range.upperBound)
  }

  /// The date after a dash; “2012-13” does not repeat the century.
  private static func endDate(in span: Span, at index: Int, after start: PartialDate) -> Found<
    PartialDate
  >? {
    if let end = date(in: span, at: index) { return end }
    guard start.month == nil, let digits = digits(in: span, at: index), digits.range.count == 2,
      digits.value > start.year % 100,
      let date = PartialDate(year: start.year / 100 * 100 + digits.value)
    else { return nil }
    return Found(value: date, range: digits.range)
  }

  /// Where a word such as “since” begins directly before a date: the interval has no end.
  private static func sinceBefore(_ index: Int, in span: Span) -> Int? {
    let before = span.to(index).trimmed
    let word = ["since", "seit", "depuis", "desde", "自", "从"].first { before.hasSuffix($0) }
    return word.map { before.upper - $0.unicodeScalars.count }
  }

  /// “between 2016 and 2019”: the place after “and”; `nil` for any other text.
  private static func betweenAnd(_ index: Int, _ place: Int, in span: Span) -> Int? {
    guard span.from(place).hasPrefix("and "), span.to(index).trimmed.hasSuffix("between") else {
      return nil
    }
    return place + 4
  }

  private static func separator(in span: Span, at index: Int) -> Int? {
    guard index < span.upper else { return nil }
    switch span.text.folded[index] {
    case "-", "–", "~":
      var end = index + 1
      while end < span.upper, span.text.folded[end].isOne(of: "-–~") { end += 1 }
      return end
    default: break
    }
    for word in ["to ", "until ", "till ", "through ", "至", "到"]
    where span.from(index).hasPrefix(word) {
      // 至今 means the present and is read later.
      return word == "至" && span.from(index).hasPrefix("至今")
        ? index : index + word.unicodeScalars.count
    }
    return nil
  }

  private static let presentWords = [
    "present", "now", "currently", "current", "today", "ongoing", "on-going", "to date",
    "till date", "till now",
    "to present", "date", "heute", "aujourd'hui", "actualidad", "presente", "actual", "至今", "现在",
    "現在",
    "目前", "今",
  ]

  private static func present(in span: Span, at index: Int) -> Int? {
    let rest = span.from(index)
    return presentWords.first { rest.hasPrefix($0) }.map { index + $0.unicodeScalars.count }
  }

  /// Whether a text consists of a word for the present: “today”, 至今.
  package static func isPresent(_ span: Span) -> Bool {
    present(in: span, at: span.lower) == span.upper && !span.isEmpty
  }

  private static func bracketedPresent(in span: Span, at index: Int) -> Int? {
    let place = skipSpaces(span, index)
    guard place < span.upper, span.text.folded[place] == "(",
      let end = present(in: span, at: skipSpaces(span, place + 1)), end < span.upper,
      span.text.folded[end] == ")"
    else { return nil }
    return end + 1
  }

  // MARK: Dates

  private static func date(in span: Span, at index: Int) -> Found<PartialDate>? {
    guard index < span.upper, startsToken(span, index) else { return nil }
    return yearFirst(in: span, at: index) ?? monthName(in: span, at: index)
      ?? monthNumber(in: span, at: index)
  }

  /// `2017`, `2017.3`, `2017-03-09`, `2017 年 3 月`.
  private static func yearFirst(in span: Span, at index: Int) -> Found<PartialDate>? {
    guard let year = digits(in: span, at: index), year.range.count == 4,
      (1900...2099).contains(year.value)
    else { return nil }
    var end = year.range.upperBound
    var month: Int?
    var day: Int?
    let hasYearSign = followed(by: "年", in: span, at: end)
    if let afterSign = hasYearSign { end = afterSign }
    let monthStart =
      hasYearSign.map { skipSpaces(span, $0) } ?? separated(in: span, at: end, by: ".-/")
    if let monthStart, let found = digits(in: span, at: monthStart), found.range.count <= 2,
      (1...12).contains(found.value)
    {
      month = found.value
      end = followed(by: "月", in: span, at: found.range.upperBound) ?? found.range.upperBound
      let dayStart = separated(in: span, at: end, by: ".-/") ?? (hasYearSign == nil ? nil : end)
      if let dayStart, let found = digits(in: span, at: dayStart), found.range.count <= 2,
        (1...31).contains(found.value)
      {
        day = found.value
        end = followed(by: "日", in: span, at: found.range.upperBound) ?? found.range.upperBound
      }
    }
    guard endsToken(span, end), let date = PartialDate(year: year.value, month: month, day: day)
    else {
      return endsToken(span, year.range.upperBound)
        ? PartialDate(year: year.value).map { Found(value: $0, range: year.range) } : nil
    }
    return Found(value: date, range: index..<end)
  }

  /// `Mar 2017`, `March, 2017`, `Mar. 9, 2017`, `Fall 2017`, `Sept'17`.
  private static func monthName(in span: Span, at index: Int) -> Found<PartialDate>? {
    var end = index
    while end < span.upper, span.text.scalars[end].isLetter { end += 1 }
    guard end > index, let month = month(span.slice(index..<end)) else { return nil }
    var place = skip(span, end, over: " .,'")
    var day: Int?
    if let found = digits(in: span, at: place), found.range.count <= 2,
      (1...31).contains(found.value), fullYear(found, in: span) == nil
    {
      day = found.value
      place = skip(span, found.range.upperBound, over: " ,stndrh")
    }
    guard let year = digits(in: span, at: place), let value = fullYear(year, in: span),
      let date = PartialDate(
        year: value, month: month == 0 ? nil : month, day: month == 0 ? nil : day)
    else { return nil }
    return Found(value: date, range: index..<year.range.upperBound)
  }

  /// The number of the month with a name; 0 for seasons and terms, `nil` for other words.
  private static func month(_ word: Span) -> Int? {
    guard let first = word.folded.first, let longest = MonthNames.longest[first],
      word.count <= longest
    else { return nil }
    return MonthNames.numbers[word.foldedString]
  }

  /// A year of four digits, or of two after an apostrophe.
  private static func fullYear(_ year: Found<Int>, in span: Span) -> Int? {
    if year.range.count == 4 { return (1900...2099).contains(year.value) ? year.value : nil }
    let place = year.range.lowerBound
    guard year.range.count == 2, place > span.lower, span.text.folded[place - 1] == "'" else {
      return nil
    }
    return year.value + (year.value < 50 ? 2000 : 1900)
  }

  /// `03/2017`, `3.2017`.
  private static func monthNumber(in span: Span, at index: Int) -> Found<PartialDate>? {
    if let short = shortYear(in: span, at: index) { return short }
    guard let month = digits(in: span, at: index), month.range.count <= 2,
      (1...12).contains(month.value),
      let place = separated(in: span, at: month.range.upperBound, by: "./"),
      let year = digits(in: span, at: place), year.range.count == 4,
      (1900...2099).contains(year.value), endsToken(span, year.range.upperBound),
      let date = PartialDate(year: year.value, month: month.value)
    else { return nil }
    return Found(value: date, range: index..<year.range.upperBound)
  }

  /// `08/21`, a month and a year of two digits. Two numbers can mean anything, so a dash with another
  /// date or with the present has to be beside them.
  private static func shortYear(in span: Span, at index: Int) -> Found<PartialDate>? {
    guard let month = digits(in: span, at: index), month.range.count == 2,
      (1...12).contains(month.value),
      let place = separated(in: span, at: month.range.upperBound, by: "/"),
      let year = digits(in: span, at: place), year.range.count == 2,
      endsToken(span, year.range.upperBound),
      year.range.upperBound >= span.upper
        || !span.text.folded[year.range.upperBound].isOne(of: "./"),
      let date = PartialDate(year: year.value + (year.value < 50 ? 2000 : 1900), month: month.value)
    else { return nil }
    let after = skipSpaces(span, year.range.upperBound)
    let endPlace = separator(in: span, at: after).map { skipSpaces(span, $0) }
    let isStart =
      endPlace.map { place in
        present(in: span, at: place) != nil || isShortDate(in: span, at: place)
          || place >= span.upper
      } ?? false
    let before = span.to(index).trimmed
    let isEnd = before.folded.last.map { $0.isOne(of: "-–~") } ?? false
    return isStart || isEnd ? Found(value: date, range: index..<year.range.upperBound) : nil
  }

  private static func isShortDate(in span: Span, at index: Int) -> Bool {
    guard let month = digits(in: span, at: index), (1...12).contains(month.value),
      let place = separated(in: span, at: month.range.upperBound, by: "/"),
      let year = digits(in: span, at: place)
    else { return false }
    return year.range.count == 2 || year.range.count == 4
  }

  // MARK: Characters

  private static func digits(in span: Span, at index: Int) -> Found<Int>? {
    var end = index
    var value = 0
    // Folding turns full-width digits into ASCII digits.
    while end < span.upper, span.text.folded[end].isDigit, end - index < 6 {
      value = value * 10 + Int(span.text.folded[end].value - 0x30)
      end += 1
    }
    return end > index ? Found(value: value, range: index..<end) : nil
  }

  private static func startsToken(_ span: Span, _ index: Int) -> Bool {
    guard index > span.lower else { return true }
    let before = span.text.scalars[index - 1]
    if span.text.folded[index].isDigit { return !before.isDigit && before != "." }
    return !before.isLetter && !before.isDigit
  }

  private static func endsToken(_ span: Span, _ index: Int) -> Bool {
    index >= span.upper || !span.text.folded[index].isDigit
  }

  private static func separated(in span: Span, at index: Int, by separators: StaticString) -> Int? {
    guard index < span.upper, span.text.folded[index].isOne(of: separators) else {
      return nil
    }
    return index + 1
  }

  private static func followed(by sign: Unicode.Scalar, in span: Span, at index: Int) -> Int? {
    let place = skipSpaces(span, index)
    return place < span.upper && span.text.scalars[place] == sign ? place + 1 : nil
  }

  private static func skipSpaces(_ span: Span, _ index: Int) -> Int {
    skip(span, index, over: " ")
  }

  private static func skip(_ span: Span, _ index: Int, over characters: StaticString) -> Int {
    var place = index
    while place < span.upper, span.text.folded[place].isOne(of: characters) {
      place += 1
    }
    return place
  }

  private static func isPageNumber(_ index: Int, in span: Span) -> Bool {
    let before = span.to(index).trimmed.foldedString
    if ["pages", "pp", "pp.", "page", "p."].contains(where: before.hasSuffix) { return true }
    guard let last = before.unicodeScalars.last, last.isOne(of: "-–:") else {
      return false
    }
    // After “1944-” and “36(5):” comes a page; after “January-March” a year.
    let sign = before.unicodeScalars.dropLast().last { $0 != "-" && $0 != "–" }
    return sign.map { $0.isDigit || last == ":" && $0 == ")" } ?? false
  }
}
