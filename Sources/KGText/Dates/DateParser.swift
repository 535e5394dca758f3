internal import KGModel

/// Finds dates and periods in text, in the forms that CVs use in several languages.
///
///     2017 · 2017.3 · 2017-03 · 2017/03/09 · 2017年3月 · Mar 2017 · 03/2017 · Fall 2017 · 平成29年3月
///     2016.3 – 2016.12 · May 2020 - Mar 2024 · 2020.9–至今 · since 2019 · until 2015 · 2024.10-2025.4(至今)
///
/// The words are in `Data/months.tsv`, `period-words.tsv`, `eras.tsv` and `date-signs.tsv`.
package enum DateParser {
  /// A value with its range in the text, in characters.
  package struct Found<Value: Sendable>: Sendable {
    package let value: Value
    package let range: Range<Int>
  }

  /// Every date and period in the span, from left to right.
  package static func intervals(in span: Span) -> [Found<DatedText>] {
    guard let end = endOfDates(in: span) else { return [] }
    var found: [Found<DatedText>] = []
    var index = span.lower
    while let start = nextStart(in: span, from: index, to: end) {
      let period = period(in: span, at: start)
      if let period { found.append(period) }
      index = period?.range.upperBound ?? start + 1
    }
    return found
  }

  /// The first date or period in the span; `nil` when there is none.
  package static func firstInterval(in span: Span) -> Found<DatedText>? {
    guard let end = endOfDates(in: span) else { return nil }
    var index = span.lower
    while let start = nextStart(in: span, from: index, to: end) {
      if let period = period(in: span, at: start) { return period }
      index = start + 1
    }
    return nil
  }

  /// Whether only a comma, a slash or an “and” separates a date from the one before it: “Summer 2013, 2014”.
  package static func isListed(
    _ date: Found<DatedText>, after previous: Found<DatedText>, in span: Span
  ) -> Bool {
    guard previous.range.upperBound < date.range.lowerBound else { return false }
    let between = span.between(previous.range.upperBound, date.range.lowerBound).trimmed
    return between.count == 1 && between.folded.allSatisfy { $0.isOne(of: ",;&/+") }
      || PeriodWords.end(of: .and, in: between, at: between.lower) == between.upper
  }

  /// The years of the dates in the span, without page numbers.
  package static func years(in span: Span) -> [Found<Int>] {
    years(of: intervals(in: span), in: span)
  }

  /// The same of the intervals that the span has.
  package static func years(of intervals: [Found<DatedText>], in span: Span) -> [Found<Int>] {
    intervals.compactMap { found in
      guard !isPageNumber(found.range.lowerBound, in: span) else { return nil }
      return (found.value.start ?? found.value.printedEnd).map {
        Found(value: $0.year, range: found.range)
      }
    }
  }

  /// Whether a text consists of a word for the present: “today”, 至今.
  package static func isPresent(_ span: Span) -> Bool {
    !span.isEmpty && PeriodWords.end(of: .present, in: span, at: span.lower) == span.upper
  }

  /// The next place with a digit or with the beginning of a word that may be a month or an era. A
  /// fast filter: at most places of a text no date begins.
  private static func nextStart(in span: Span, from index: Int, to end: Int) -> Int? {
    let (months, eras) = (MonthNames.table, EraYears.table)
    let hasEras = !span.text.scalars.isLatin1
    return span.text.scalars.read { scalar in
      var next = index
      while next < end {
        // Most characters are within a word.
        let place =
          next > span.lower ? span.text.wordStarts.first(from: next, to: end) : next
        guard place < end else { return nil }
        next = place + 1
        let first = TextFold.fold(scalar(place))
        let second = place + 1 < span.upper ? TextFold.fold(scalar(place + 1)) : nil
        let isPossible =
          first.isDigit || first == "'"
          || months.mayBegin(with: first, second) && hasDigit(near: place, in: span, scalar)
          || hasEras && eras.mayBegin(with: first, second)
            && (!first.isASCII || second?.isDigit == true)
        if isPossible, startsToken(span, place) { return place }
      }
      return nil
    }
  }

  /// Characters, without spaces, from the name of a month to the digits of its year: “September through December of
  /// 2019” has 26, and other languages have longer words.
  private static let mostBeforeYear = 40

  /// Whether a digit follows soon, as it does after the name of a month in a date.
  @inline(__always)
  private static func hasDigit(
    near place: Int, in span: Span, _ scalar: (Int) -> Unicode.Scalar
  ) -> Bool {
    var seen = 0
    for index in place..<span.upper {
      let character = scalar(index)
      if character.isFoldedDigit { return true }
      if character == " " || character.isBlank { continue }
      seen += 1
      if seen > mostBeforeYear { return false }
    }
    return false
  }

  /// A place after which no date begins: that of the last digit, or the end of a span with a character with which the name
  /// of an era may begin, since 令和元年 has no digit; `nil` for a span with neither, as most are.
  private static func endOfDates(in span: Span) -> Int? {
    if span.text.scalars.isLatin1, !span.text.mayContainDigits { return nil }
    let eras = EraYears.table
    return span.text.scalars.read { scalar in
      var lastDigit: Int?
      for place in span.range {
        let character = scalar(place)
        if character.isFoldedDigit { lastDigit = place }
        if !character.isASCII, eras.mayBegin(with: TextFold.fold(character)) { return span.upper }
      }
      return lastDigit.map { $0 + 1 }
    }
  }

  private static let pageWords = ["pages", "pp", "pp.", "page", "p."]

  private static func isPageNumber(_ index: Int, in span: Span) -> Bool {
    let before = span.to(index).trimmed
    if pageWords.contains(where: before.hasSuffix) { return true }
    guard let last = before.folded.last, last.isOne(of: "-–:") else { return false }
    // After “1944-” and “36(5):” comes a page; after “January-March” a year.
    let sign = before.folded.dropLast().last { $0 != "-" && $0 != "–" }
    return sign.map { $0.isDigit || last == ":" && $0 == ")" } ?? false
  }
}

// MARK: Characters

extension DateParser {
  static func digits(in span: Span, at index: Int) -> Found<Int>? {
    var end = index
    var value = 0
    // Folding turns full-width digits into ASCII digits.
    while end < span.upper, span.text.folded[end].isDigit, end - index < 6 {
      value = value * 10 + Int(span.text.folded[end].value - 0x30)
      end += 1
    }
    return end > index ? Found(value: value, range: index..<end) : nil
  }

  static func startsToken(_ span: Span, _ index: Int) -> Bool {
    guard index > span.lower else { return true }
    let before = span.text.scalars[index - 1]
    if span.text.folded[index].isDigit { return !TextFold.fold(before).isDigit && before != "." }
    return !before.isPartOfWord || before.isEastAsian
      || span.text.scalars[index].isEastAsian
  }

  static func endsToken(_ span: Span, _ index: Int) -> Bool {
    index >= span.upper || !span.text.folded[index].isDigit
  }

  static func separated(in span: Span, at index: Int, by separators: StaticString) -> Int? {
    guard index < span.upper, span.text.folded[index].isOne(of: separators) else {
      return nil
    }
    return index + 1
  }

  static func skipSpaces(_ span: Span, _ index: Int) -> Int {
    skip(span, index, over: " ")
  }

  static func skip(_ span: Span, _ index: Int, over characters: StaticString) -> Int {
    var place = index
    while place < span.upper, span.text.folded[place].isOne(of: characters) {
      place += 1
    }
    return place
  }

  /// The place after the last character before a place that is not a space.
  static func skipSpaces(_ span: Span, backFrom index: Int) -> Int {
    var place = index
    while place > span.lower, span.text.folded[place - 1] == " " { place -= 1 }
    return place
  }
}
