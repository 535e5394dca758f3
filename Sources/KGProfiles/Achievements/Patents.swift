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
    span.hasPrefix("专利:") || span.hasPrefix("patent:") || number(in: span) != nil
  }

  /// Several patents in one line, separated by semicolons, each with its number.
  mutating func read(line: Span) {
    let pieces = line.split { $0 == ";" }
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
    let number =
      Self.number(in: body) ?? Self.number(in: body, offices: Self.otherOffices)
      ?? Self.labelledNumber(in: body) ?? Self.longNumber(in: body)
    var title = body
    if let quoted = Self.quoted(body) {
      title = quoted
    } else if let number {
      title = body.to(number.lower)
      // “US 10,733,431 B2, "Title", A. Author, 2020”: the number comes first.
      if !title.range.contains(where: { title.text.scalars[$0].isLetter }) {
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

  private static let otherOffices = [
    "pl", "br", "tr", "in", "il", "ru", "ca", "au", "es", "fr", "it", "nl", "se", "at", "ch", "dk",
    "fi", "sg", "hk", "mx", "za", "pct",
  ]

  /// “U.S. Patent 9,155,550”, “Provisional Application No. 63/255,501”, 专利号：201710124025.6.
  private static func labelledNumber(in span: Span) -> Span? {
    for label in [
      "patent application", "provisional application", "application", "patent", "专利号", "申请号", "公开号",
      "授权号", "한국특허",
    ] {
      var rest = span
      while let found = rest.first(of: label) {
        rest = span.from(found.upperBound)
        let gap = rest.folded.prefix { !$0.isDigit }
        guard gap.count <= 12, gap.allSatisfy({ $0.isOne(of: " .:,#()no号ber") })
        else { continue }
        let start = rest.lower + gap.count
        let number = digits(from: start, in: span)
        if number.folded.filter(\.isDigit).count >= 6 { return number }
      }
    }
    return nil
  }

  /// A number of seven digits or more that is not a date: `18/000,123`, `1234/KOL/2015`.
  private static func longNumber(in span: Span) -> Span? {
    for word in span.split(where: { $0.isOne(of: " ()\t\n;") }) {
      let bare = word.trimming(",.:")
      guard bare.folded.filter(\.isDigit).count >= 7, bare.count <= 24,
        DateParser.firstInterval(in: bare) == nil || bare.contains("/")
      else { continue }
      return bare
    }
    return nil
  }

  private static func digits(from start: Int, in span: Span) -> Span {
    var end = start
    while end < span.upper,
      span.text.folded[end].isDigit || span.text.folded[end].isOne(of: "/,.- ")
    {
      if span.text.folded[end] == " ",
        end + 1 >= span.upper || !span.text.folded[end + 1].isDigit
          || span.text.folded[end - 1] == "," && end > start + 6
      {
        break
      }
      end += 1
    }
    return span.between(start, end).trimming(",. -/")
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
    return part.split { $0 == "," }.first ?? part
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

  static let offices = ["cn", "zl", "us", "wo", "ep", "jp", "kr", "tw", "de", "gb"]

  /// `CN201710124025.6`, `US 10,733,431 B2`, `ZL 2017 1 0124025.6`, `WO2019/123456`.
  static func number(in span: Span, offices: [String] = Patents.offices) -> Span? {
    // Saves time: most lines contain at most a year.
    guard span.folded.reduce(0, { $1.isDigit ? $0 + 1 : $0 }) >= 6 else { return nil }
    for start in span.range where span.text.scalars[start].isUpper {
      guard start == span.lower || !span.text.scalars[start - 1].isLetter,
        let office = offices.first(where: { span.from(start).hasPrefix($0) })
      else { continue }
      var end = start + office.unicodeScalars.count
      var digits = 0
      while end < span.upper {
        let scalar = span.text.folded[end]
        if scalar.isDigit {
          digits += 1
        } else if !(scalar.isOne(of: " ./,-")) || scalar == "," && !isThousands(span.from(end)) {
          break
        }
        if scalar == " ", digits >= 12 || digits >= 6 && span.text.folded[end - 1] == "," {
          break
        }
        end += 1
      }
      guard digits >= 6 else { continue }
      // The check digit may be X; a kind code (A, B2) may follow.
      if end < span.upper, span.text.folded[end] == "x", span.text.folded[end - 1] == "." {
        end += 1
      }
      end = kindCodeEnd(span.from(end)) ?? end
      return span.between(start, end).trimming(".,/")
    }
    return nil
  }

  /// “,431”, and not “,2021”.
  private static func isThousands(_ rest: Span) -> Bool {
    rest.folded.dropFirst().prefix { $0.isDigit }.count == 3
  }

  /// The end of a kind code that begins here or after a space: `B2`, ` A1`.
  private static func kindCodeEnd(_ rest: Span) -> Int? {
    var place = rest.lower
    let isApart = rest.folded.first == " "
    if isApart { place += 1 }
    guard place < rest.upper, rest.text.folded[place].isOne(of: "abu") else { return nil }
    place += 1
    let hasDigit = place < rest.upper && rest.text.folded[place].isDigit
    if hasDigit { place += 1 }
    let isEnd = place == rest.upper || !rest.text.scalars[place].isLetter
    return isEnd && (hasDigit || !isApart) ? place : nil
  }
}
