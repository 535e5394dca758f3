internal import KGLexicon
internal import KGModel
internal import KGText

/// Reads patents: entries of their section, and lines elsewhere that are labelled as such.
struct Patents {
  private(set) var patents: [PatentRecord] = []
  private(set) var unparsedLines: [UnparsedLine] = []
  private var numberAbove: (number: Stated<String>, year: Stated<Int>?)?

  /// Whether a label or a number shows that the text is about a patent.
  static func isPatent(_ span: Span) -> Bool {
    if span.hasPrefix("专利:") || span.hasPrefix("patent:") { return true }
    // Saves time: most lines contain at most a year.
    let digitCount = span.digitCount
    guard digitCount >= fewestDigits else { return false }
    return number(in: span) != nil
      || digitCount >= fewestLabelledDigits && hasLabelledNumber(span)
  }

  private static func hasLabelledNumber(_ span: Span) -> Bool {
    let labels = Lexicon.shared.patentNumberLabels.matches(in: span).filter {
      $0.value == "patentNumber"
    }
    return number(after: labels, in: span).map { $0.digitCount >= fewestLabelledDigits } ?? false
  }

  /// Digits of a number in the United States since 1911; other offices have more. “申请号” is a label of other applications,
  /// too, which have shorter numbers.
  private static let fewestLabelledDigits = 7

  /// Several patents in one line, separated by semicolons, each with its number.
  mutating func read(line: Span) {
    let pieces = line.split(at: ";")
    let areNumbered =
      pieces.count > 1
      && pieces.allSatisfy { Self.number(in: $0) != nil || Self.labelledNumber(in: $0) != nil }
    for piece in areNumbered ? pieces : [line] { read(piece) }
  }

  private mutating func read(_ span: Span) {
    var body = EntryMarker.removed(from: span)
    for label in ["专利:", "patent:"] where body.hasPrefix(label) {
      body = body.from(body.lower + label.unicodeScalars.count).trimmed
    }
    let number = Self.anyNumber(in: body)
    var title = body
    if let quoted = Self.quoted(body) {
      title = quoted
    } else if let number {
      title = body.to(number.lower)
      // “US 10,733,431 B2, "Title", A. Author, 2020”, “US Patent 10,733,431: Title”: the number comes first.
      if !title.range.contains(where: { title.text.scalars[$0].isLetter }) || Self.isLabel(title) {
        title = Self.firstPart(body.from(number.upper))
      }
    }
    let years = DateParser.years(in: body)
    if number == nil, Self.quoted(body) == nil, let first = years.first {
      title = title.to(first.range.lowerBound)
    }
    title = Self.withoutYear(Self.titlePart(Self.withoutLabelledParts(title)))
    let isSure = number != nil && Self.quoted(body) != nil
    let year = years.last { found in
      number.map { !$0.range.overlaps(found.range) } ?? true
    }.map { Stated($0.value, body.slice($0.range), rule: .patentYear) }
    guard title.containsHan ? title.count >= 4 : title.wordCount >= (isSure ? 2 : 3) else {
      if let number { assign(number, year) }
      return
    }
    if let number, let expected = PatentNumber(number.string)?.expectedCheckDigit {
      unparsedLines.append(
        UnparsedLine(
          span: number,
          reason: "the check digit of \(number.string) should be \(expected); a digit is wrong"))
    }
    patents.append(
      PatentRecord(
        title: Stated(title.collapsed, title, rule: .patentTitle),
        number: number.map { Stated($0.string, $0, rule: .patentNumber) },
        year: year))
    if number == nil, let above = numberAbove, above.number.span.text === body.text {
      patents[patents.count - 1].number = above.number
      patents[patents.count - 1].year = year ?? above.year
    }
    numberAbove = nil
  }

  /// Whether a text before a number only says that it is one: “US Patent”, “Patent No.”, 专利号.
  private static func isLabel(_ text: Span) -> Bool {
    let words = text.trimming(":.# ")
    guard words.wordCount <= mostLabelWords,
      let label = Lexicon.shared.patentNumberLabels.firstMatch(in: words)
    else { return false }
    return words.to(label.range.lowerBound).wordCount <= 1
  }

  static func anyNumber(in body: Span) -> Span? {
    number(in: body) ?? number(in: body, offices: otherOffices) ?? labelledNumber(in: body)
      ?? longNumber(in: body)
  }

  mutating func append(title: Span, number: Span, yearsIn line: Span) {
    let year = DateParser.years(in: line).last { !$0.range.overlaps(number.range) }
    patents.append(
      PatentRecord(
        title: Stated(title.collapsed, title, rule: .patentTitle),
        number: Stated(number.string, number, rule: .patentNumber),
        year: year.map { Stated($0.value, line.slice($0.range), rule: .patentYear) }))
  }

  /// A number alone in a line belongs to the title above it in the same block, or to the one below.
  private mutating func assign(_ number: Span, _ year: Stated<Int>?) {
    let number = Stated(number.string, number, rule: .patentNumber)
    if let last = patents.last, last.number == nil, last.title.span.text === number.span.text {
      patents[patents.count - 1].number = number
      patents[patents.count - 1].year = last.year ?? year
    } else {
      numberAbove = (number, year)
    }
  }

  /// Where most entries have a number or a year, lines with neither are headers and remarks.
  mutating func removeRemarks() {
    let isRemark = { (patent: PatentRecord) in patent.number == nil && patent.year == nil }
    let completeCount = patents.count - patents.lazy.filter(isRemark).count
    if completeCount > 0, completeCount * 2 >= patents.count { patents.removeAll(where: isRemark) }
  }

  /// The title in quotation marks.
  private static func quoted(_ span: Span) -> Span? {
    guard let start = span.first(of: "\""), let end = span.from(start.upperBound).first(of: "\"")
    else { return nil }
    let title = span.between(start.upperBound, end.lowerBound).trimming(",. ")
    return title.count >= 6 ? title : nil
  }

  /// The text in quotation marks, or else the text before the first comma or full stop.
  private static func firstPart(_ span: Span) -> Span {
    var rest = span.trimming(",.:;-–|")
    // “(filed)” after the number is not the title.
    while let bracket = rest.brackets.first, bracket.lowerBound == rest.lower {
      rest = rest.from(bracket.upperBound).trimming(",.:;-–| \t")
    }
    if rest.hasPrefix("\""), let end = rest.from(rest.lower + 1).first(of: "\"") {
      return rest.between(rest.lower + 1, end.lowerBound)
    }
    let part = EntryText.segments(of: rest).first ?? rest
    return part.split(at: ",").first ?? part
  }

  private static let labels = [
    "发明人", "申请人", "专利权人", "授权号", "公开号", "申请号", "专利号", "授权公告号", "公告号", "inventors:", "inventor:",
    "patent no", "application no", "publication no", "assignee:",
  ]

  /// The title ends where the label of another field begins.
  private static func withoutLabelledParts(_ span: Span) -> Span {
    let starts = labels.compactMap { span.first(of: $0)?.lowerBound }.filter { $0 > span.lower + 4 }
    return starts.min().map { span.to($0) } ?? span
  }

  /// The text that is set off, or else the rest without the inventors before it.
  private static func titlePart(_ span: Span) -> Span {
    let edges: StaticString = ",.;:([ \"-–|《》"
    let setOff = span.marked { $0 == .strong } + span.marked { $0 == .emphasis }
    if let title = setOff.first(where: { isTitle($0.trimming(edges)) }) {
      return title.trimming(edges)
    }
    let segments = EntryText.segments(of: span.trimming(edges)).map { $0.trimming(edges) }
    if let title = segments.first, isTitle(title) || segments.count == 1 {
      return withoutInventors(title)
    }
    return segments.dropFirst().first ?? span.trimming(edges)
  }

  /// A list of names may be set off, too.
  private static func isTitle(_ span: Span) -> Bool {
    guard span.count >= 6, AuthorList(span) == nil else { return false }
    return span.containsHan || span.wordCount >= 3
  }

  /// “Title (2015)”.
  private static func withoutYear(_ title: Span) -> Span {
    guard let bracket = title.brackets.last, bracket.upperBound == title.upper,
      !DateParser.years(in: title.slice(bracket)).isEmpty, bracket.count <= 16
    else { return title }
    return title.to(bracket.lowerBound).trimmed
  }

  /// “A. Author, B. Author: Title”.
  private static func withoutInventors(_ span: Span) -> Span {
    guard let colon = span.first(of: ": "),
      AuthorList(span.to(colon.lowerBound)) != nil
    else { return span }
    return span.from(colon.upperBound).trimmed
  }
}
