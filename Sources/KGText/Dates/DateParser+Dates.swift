internal import KGModel

/// Single dates.
extension DateParser {
  /// A date as it is printed. An academic year, “2018/19”, has two ends; of any other date both are the same.
  struct Point {
    let first: PartialDate
    let last: PartialDate
    let range: Range<Int>
    /// Whether the parts have the signs 年 and 月.
    var hasSigns = false

    init(_ first: PartialDate, to last: PartialDate? = nil, _ range: Range<Int>) {
      self.first = first
      self.last = last ?? first
      self.range = range
    }
  }

  /// The years that four digits can be.
  private static let years = 1900...2099

  /// The date that begins at a place; `nil` when none does.
  static func point(in span: Span, at index: Int) -> Point? {
    guard index < span.upper, startsToken(span, index) else { return nil }
    if span.text.folded[index].isDigit {
      return yearFirst(in: span, at: index) ?? dayFirst(in: span, at: index)
        ?? monthNumber(in: span, at: index)
    }
    return monthName(in: span, at: index) ?? era(in: span, at: index)
      ?? apostropheYear(in: span, at: index)
  }

  // MARK: The year first

  /// `2017`, `2017.3`, `2017-03-09`, `2017 年 3 月`, `2018/19`, `2019 autumn`.
  private static func yearFirst(in span: Span, at index: Int) -> Point? {
    guard let year = digits(in: span, at: index), year.range.count == 4,
      years.contains(year.value), !isPreprintNumber(year, in: span)
    else { return nil }
    let end = year.range.upperBound
    if let sign = DateSigns.end(of: .year, in: span, at: end) {
      return signed(year.value, from: index, to: sign, in: span)
    }
    // 2019（平成31）年3月
    if let bracket = bracketedYear(in: span, at: end),
      let sign = DateSigns.end(of: .year, in: span, at: bracket)
    {
      return signed(year.value, from: index, to: sign, in: span)
    }
    if let found = academicYear(year, in: span) { return found }
    guard let whole = PartialDate(year: year.value) else { return nil }
    let date = numbered(year, in: span)
    guard date.map({ endsToken(span, $0.range.upperBound) }) ?? endsToken(span, end) else {
      return endsToken(span, end) ? Point(whole, year.range) : nil
    }
    return date ?? named(year, in: span) ?? Point(whole, year.range)
  }

  /// Whether four digits are those before the point of an arXiv identifier: `1906.01234`.
  ///
  /// Its first two digits are the year, so that it looks like one from 2019 on, when all identifiers have five digits after
  /// the point. Source: https://info.arxiv.org/help/arxiv_identifier.html
  private static func isPreprintNumber(_ year: Found<Int>, in span: Span) -> Bool {
    guard let place = separated(in: span, at: year.range.upperBound, by: ".") else { return false }
    return digits(in: span, at: place)?.range.count == 5
  }

  /// `2017.3`, `2017-03-09`: month and day after the same sign.
  private static func numbered(_ year: Found<Int>, in span: Span) -> Point? {
    let end = year.range.upperBound
    guard let place = separated(in: span, at: end, by: ".-/"),
      let month = digits(in: span, at: place), month.range.count <= 2,
      (1...12).contains(month.value)
    else { return nil }
    let sign = span.text.folded[end]
    if month.range.upperBound < span.upper, span.text.folded[month.range.upperBound] == sign,
      let day = digits(in: span, at: month.range.upperBound + 1), day.range.count <= 2,
      let date = PartialDate(year: year.value, month: month.value, day: day.value)
    {
      return Point(date, year.range.lowerBound..<day.range.upperBound)
    }
    return PartialDate(year: year.value, month: month.value)
      .map { Point($0, year.range.lowerBound..<month.range.upperBound) }
  }

  /// The month and day with their signs after a year with its sign.
  private static func signed(_ year: Int, from start: Int, to end: Int, in span: Span) -> Point? {
    var end = end
    var month: Int?
    var day: Int?
    // 平成31年（2019年）3月
    let place = skipSpaces(span, bracketedYear(in: span, at: end) ?? end)
    let number = digits(in: span, at: place)
    if let number, isCount(number, in: span) {
      return PartialDate(year: year).map { Point($0, start..<end) }
    }
    if let found = number, found.range.count <= 2, (1...12).contains(found.value) {
      month = found.value
      let sign = DateSigns.end(of: .month, in: span, at: found.range.upperBound)
      end = sign ?? found.range.upperBound
      // After 月 a dash joins two months, and so does that of 5-6月.
      let dayPlace = sign ?? separated(in: span, at: end, by: ".-/")
      if let dayPlace, let found = digits(in: span, at: skipSpaces(span, dayPlace)),
        found.range.count <= 2, (1...31).contains(found.value),
        DateSigns.end(of: .month, in: span, at: found.range.upperBound) == nil,
        case let daySign = DateSigns.end(of: .day, in: span, at: found.range.upperBound),
        daySign != nil || found.range.lowerBound == dayPlace
      {
        day = found.value
        end = daySign ?? found.range.upperBound
      }
    } else if let season = MonthNames.table.match(in: span, at: place), season.value == 0,
      season.range.upperBound >= span.upper
        || !span.text.scalars[season.range.upperBound].isEastAsian
    {
      end = season.range.upperBound
    }
    guard endsToken(span, end) else { return nil }
    var point = PartialDate(year: year, month: month, day: day).map { Point($0, start..<end) }
    point?.hasSigns = true
    return point
  }

  /// Whether a number after a year counts something, 2019年5篇论文, and is not a month.
  private static func isCount(_ number: Found<Int>, in span: Span) -> Bool {
    DateSigns.end(of: .counter, in: span, at: number.range.upperBound) != nil
  }

  /// “(平成31)”, “(2019年)” after a year: the same year counted in another way.
  private static func bracketedYear(in span: Span, at index: Int) -> Int? {
    let place = skipSpaces(span, index)
    guard place < span.upper, span.text.folded[place] == "(" else { return nil }
    let inner = place + 1
    let era = EraYears.year(in: span, at: inner)?.end
    guard
      let end = era
        ?? digits(in: span, at: inner).flatMap({ $0.range.count == 4 ? $0.range.upperBound : nil })
    else { return nil }
    let close = DateSigns.end(of: .year, in: span, at: end) ?? end
    return close < span.upper && span.text.folded[close] == ")" ? close + 1 : nil
  }

  /// “2018/19”, “2018/2019”: a year and the next one. “2008/09” is a month.
  private static func academicYear(_ year: Found<Int>, in span: Span) -> Point? {
    guard let place = separated(in: span, at: year.range.upperBound, by: "/"),
      let next = digits(in: span, at: place)
    else { return nil }
    let isNext =
      next.range.count == 4 && next.value == year.value + 1
      || next.range.count == 2 && next.value > 12 && next.value == (year.value + 1) % 100
    guard isNext else { return nil }
    return academicYear(year, to: next.range.upperBound)
  }

  private static func academicYear(_ year: Found<Int>, to end: Int) -> Point? {
    guard let first = PartialDate(year: year.value), let last = PartialDate(year: year.value + 1)
    else { return nil }
    return Point(first, to: last, year.range.lowerBound..<end)
  }

  /// “2016 Spring”, “2017 March”. The month of another date, “2014 May 2015”, is not one of this year.
  private static func named(_ year: Found<Int>, in span: Span) -> Point? {
    let place = skipSpaces(span, year.range.upperBound)
    guard place == year.range.upperBound + 1, let name = MonthNames.table.match(in: span, at: place)
    else { return nil }
    // “2019 Late fusion …”, “2020 May I …”: other words follow in a sentence.
    let rest = skip(span, name.range.upperBound, over: " ,.")
    let follows = rest < span.upper ? span.text.folded[rest] : "\n"
    guard !follows.isDigit, follows != "'", !follows.isLetter || isDateWord(in: span, at: rest)
    else { return nil }
    return PartialDate(year: year.value, month: name.value == 0 ? nil : name.value)
      .map { Point($0, year.range.lowerBound..<name.range.upperBound) }
  }

  /// Whether a word that joins two dates begins at a place.
  private static func isDateWord(in span: Span, at index: Int) -> Bool {
    PeriodWords.end(of: .to, in: span, at: index) != nil
      || PeriodWords.end(of: .until, in: span, at: index) != nil
  }

  // MARK: Names of months first

  /// `Mar 2017`, `March, 2017`, `Mar. 9, 2017`, `Fall 2017`, `Sept'17`, `enero de 2019`, `WS 2018/19`.
  private static func monthName(in span: Span, at index: Int) -> Point? {
    guard let name = MonthNames.table.match(in: span, at: index) else { return nil }
    return afterName(name, from: index, in: span)
  }

  private static func afterName(
    _ name: DateWordTable<Int>.Match, from start: Int, in span: Span
  ) -> Point? {
    var place = skip(span, name.range.upperBound, over: " .,-/")
    if let word = PeriodWords.end(of: .of, in: span, at: place) { place = skipSpaces(span, word) }
    place = skip(span, place, over: "'")
    var day: Int?
    if let found = digits(in: span, at: place), found.range.count <= 2,
      (1...31).contains(found.value), fullYear(found, in: span) == nil
    {
      day = found.value
      let end = DateSigns.ordinalEnd(in: span, at: found.range.upperBound) ?? found.range.upperBound
      place = skip(span, end, over: " ,")
    }
    guard let year = digits(in: span, at: place), let value = fullYear(year, in: span) else {
      return nil
    }
    if name.value == 0 { return season(Found(value: value, range: year.range), from: start, span) }
    return PartialDate(year: value, month: name.value, day: day)
      .map { Point($0, start..<year.range.upperBound) }
  }

  /// “Fall 2019”, “Winter 2020/21”, “WS 08/09”: a winter belongs to two years.
  private static func season(_ year: Found<Int>, from start: Int, _ span: Span) -> Point? {
    let end = year.range.upperBound
    if let place = separated(in: span, at: end, by: "/-"), let next = digits(in: span, at: place),
      next.value == year.value + 1 || next.range.count == 2 && next.value == (year.value + 1) % 100
    {
      return academicYear(Found(value: year.value, range: start..<end), to: next.range.upperBound)
    }
    return PartialDate(year: year.value).map { Point($0, start..<end) }
  }

  /// A year of four digits, or of two after an apostrophe.
  private static func fullYear(_ year: Found<Int>, in span: Span) -> Int? {
    if year.range.count == 4 { return years.contains(year.value) ? year.value : nil }
    let place = year.range.lowerBound
    guard year.range.count == 2, place > span.lower, span.text.folded[place - 1] == "'" else {
      return nil
    }
    return century(year.value)
  }

  /// The year that two digits denote: from 50 on one of the last century.
  private static func century(_ short: Int) -> Int { short + (short < 50 ? 2000 : 1900) }

  // MARK: Other orders

  /// `15 March 2018`, `1er mars 2018`, `3 de mayo de 2019`, `1. Okt. 2018`, `01.10.2018`, `25/10/2018`.
  private static func dayFirst(in span: Span, at index: Int) -> Point? {
    guard let day = digits(in: span, at: index), day.range.count <= 2,
      (1...31).contains(day.value)
    else { return nil }
    let end = day.range.upperBound
    if let point = allNumbers(day, in: span) { return point }
    var place =
      DateSigns.ordinalEnd(in: span, at: end) ?? separated(in: span, at: end, by: ".") ?? end
    guard place < span.upper, span.text.folded[place].isOne(of: " -") else { return nil }
    place += 1
    if let word = PeriodWords.end(of: .of, in: span, at: place) { place = skipSpaces(span, word) }
    guard let name = MonthNames.table.match(in: span, at: place), name.value > 0,
      let point = afterName(name, from: index, in: span), point.first.day == nil,
      let month = point.first.month
    else { return nil }
    return PartialDate(year: point.first.year, month: month, day: day.value)
      .map { Point($0, point.range) }
  }

  /// `01.10.2018` is the first of October. `1/10/2018` is a day of January or of October: only the year is certain.
  private static func allNumbers(_ first: Found<Int>, in span: Span) -> Point? {
    let end = first.range.upperBound
    guard let place = separated(in: span, at: end, by: "./"),
      let second = digits(in: span, at: place), second.range.count <= 2, second.value > 0,
      second.range.upperBound < span.upper,
      span.text.folded[second.range.upperBound] == span.text.folded[end],
      let year = digits(in: span, at: second.range.upperBound + 1), year.range.count == 4,
      years.contains(year.value), endsToken(span, year.range.upperBound)
    else { return nil }
    let range = first.range.lowerBound..<year.range.upperBound
    let isDayFirst = span.text.folded[end] == "." || first.value > 12
    if isDayFirst {
      return PartialDate(year: year.value, month: second.value, day: first.value)
        .map { Point($0, range) }
    }
    if second.value > 12 {
      return PartialDate(year: year.value, month: first.value, day: second.value)
        .map { Point($0, range) }
    }
    return PartialDate(year: year.value).map { Point($0, range) }
  }

  /// `03/2017`, `3.2017`, `03-2017`.
  private static func monthNumber(in span: Span, at index: Int) -> Point? {
    if let short = shortYear(in: span, at: index) { return short }
    guard let month = digits(in: span, at: index), month.range.count <= 2,
      (1...12).contains(month.value),
      let place = separated(in: span, at: month.range.upperBound, by: "./-"),
      month.range.count == 2 || span.text.folded[month.range.upperBound] != "-",
      let year = digits(in: span, at: place), year.range.count == 4,
      years.contains(year.value), endsToken(span, year.range.upperBound),
      let date = PartialDate(year: year.value, month: month.value)
    else { return nil }
    return Point(date, index..<year.range.upperBound)
  }

  /// `08/21`, a month and a year of two digits. Two numbers can mean anything, so a dash with another
  /// date or with the present has to be beside them.
  private static func shortYear(in span: Span, at index: Int) -> Point? {
    guard let month = digits(in: span, at: index), month.range.count == 2,
      (1...12).contains(month.value),
      let place = separated(in: span, at: month.range.upperBound, by: "/"),
      let year = digits(in: span, at: place), year.range.count == 2,
      endsToken(span, year.range.upperBound),
      year.range.upperBound >= span.upper
        || !span.text.folded[year.range.upperBound].isOne(of: "./"),
      let date = PartialDate(year: century(year.value), month: month.value)
    else { return nil }
    let range = index..<year.range.upperBound
    let isStart =
      separator(in: span, at: skipSpaces(span, year.range.upperBound)).map { end in
        let place = skipSpaces(span, end)
        return PeriodWords.end(of: .present, in: span, at: place) != nil
          || isShortDate(in: span, at: place) || place >= span.upper
      } ?? false
    return isStart || followsDash(index, in: span) ? Point(date, range) : nil
  }

  private static func followsDash(_ index: Int, in span: Span) -> Bool {
    let before = skipSpaces(span, backFrom: index)
    return before > span.lower && span.text.folded[before - 1].isOne(of: "-–~")
  }

  private static func isShortDate(in span: Span, at index: Int) -> Bool {
    guard let month = digits(in: span, at: index), (1...12).contains(month.value),
      let place = separated(in: span, at: month.range.upperBound, by: "/"),
      let year = digits(in: span, at: place)
    else { return false }
    return year.range.count == 2 || year.range.count == 4
  }

  /// `'17` in a period, `'17 – '19`. Alone it follows the name of a venue.
  private static func apostropheYear(in span: Span, at index: Int) -> Point? {
    guard span.text.folded[index] == "'", let year = digits(in: span, at: index + 1),
      year.range.count == 2, endsToken(span, year.range.upperBound),
      let date = PartialDate(year: century(year.value))
    else { return nil }
    let isStart =
      separator(in: span, at: skipSpaces(span, year.range.upperBound)).map { end in
        let place = skipSpaces(span, end)
        let isDate =
          place < span.upper && (span.text.folded[place].isDigit || span.text.folded[place] == "'")
        return isDate || PeriodWords.end(of: .present, in: span, at: place) != nil
          || place >= span.upper
      } ?? false
    return isStart || followsDash(index, in: span)
      ? Point(date, index..<year.range.upperBound) : nil
  }

  /// `平成31年3月`, `令和元年`, `H28.3`, `R3`.
  private static func era(in span: Span, at index: Int) -> Point? {
    guard let year = EraYears.year(in: span, at: index) else { return nil }
    if !year.isLetter {
      if let sign = DateSigns.end(of: .year, in: span, at: year.end) {
        return signed(year.year, from: index, to: sign, in: span)
      }
      return dotted(year, from: index, in: span)
    }
    guard span.text.scalars[index].isUpper, span.text.whole.containsEastAsian else { return nil }
    if let sign = DateSigns.end(of: .year, in: span, at: year.end) {
      return signed(year.year, from: index, to: sign, in: span)
    }
    guard let point = dotted(year, from: index, in: span) else { return nil }
    // “R3” alone can mean anything.
    let after = skipSpaces(span, point.range.upperBound)
    let isInPeriod = separator(in: span, at: after) != nil || followsDash(index, in: span)
    return point.first.month != nil || isInPeriod ? point : nil
  }

  /// The month and day after the year of an era: `H28.3`, `平成28.3.25`.
  private static func dotted(_ year: EraYears.Found, from start: Int, in span: Span) -> Point? {
    var numbers: [Int] = []
    var end = year.end
    while numbers.count < 2, let place = separated(in: span, at: end, by: "./"),
      let found = digits(in: span, at: place), found.range.count <= 2
    {
      numbers.append(found.value)
      end = found.range.upperBound
    }
    guard endsToken(span, end),
      end >= span.upper || !span.text.scalars[end].isLetter
        || span.text.scalars[end].isEastAsian
    else { return nil }
    return PartialDate(
      year: year.year, month: numbers.first, day: numbers.count > 1 ? numbers[1] : nil
    )
    .map { Point($0, start..<end) }
  }
}
