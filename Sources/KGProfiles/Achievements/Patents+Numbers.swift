internal import KGLexicon
internal import KGText

/// Finds the numbers of patents and applications in a text.
extension Patents {
  static let otherOffices: WordSet = [
    "pl", "br", "tr", "in", "il", "ru", "ca", "au", "es", "fr", "it", "nl", "se", "at", "ch", "dk",
    "fi", "sg", "hk", "mx", "za", "pct",
  ]

  /// “U.S. Patent 9,155,550”, “Provisional Application No. 63/255,501”, 专利号：201710124025.6; `nil` when there is none.
  static func labelledNumber(in span: Span) -> Span? {
    let labels = Lexicon.shared.patentNumberLabels.matches(in: span)
    return number(after: labels.filter { $0.value == "patentNumber" }, in: span)
      ?? number(after: labels.filter { $0.value != "patentNumber" }, in: span)
  }

  /// The number after one of some labels, the first that has one; `nil` when none has.
  static func number(after labels: [PhraseTable<String>.Match], in span: Span) -> Span? {
    for label in labels {
      let rest = span.from(label.range.upperBound)
      let gap = rest.folded.prefix { !$0.isDigit }
      guard gap.count <= 12, gap.allSatisfy({ $0.isOne(of: " .:,#()no号ber") }) else { continue }
      let number = digits(from: rest.lower + gap.count, in: span)
      if number.digitCount >= fewestDigits { return number }
    }
    return nil
  }

  /// A number of seven digits or more that is not a date: `18/000,123`, `1234/KOL/2015`.
  static func longNumber(in span: Span) -> Span? {
    for word in span.split(at: " ()\t\n;") {
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
    let number = span.between(start, end).trimming(",. -/")
    return span.between(start, kindCodeEnd(span.from(number.upper)) ?? number.upper)
  }

  static let offices: WordSet = ["cn", "zl", "us", "wo", "ep", "jp", "kr", "tw", "de", "gb"]

  /// Letters of the code of an office.
  private static let lengthsOfOffices = [2, 3]

  /// Numbers of patents have more digits, those of the oldest applications as many.
  static let fewestDigits = 6

  /// `CN201710124025.6`, `US 10,733,431 B2`, `ZL 2017 1 0124025.6`, `WO2019/123456`.
  static func number(in span: Span, offices: WordSet = Patents.offices) -> Span? {
    guard span.digitCount >= fewestDigits else { return nil }
    for start in span.range where span.text.scalars[start].isUpper {
      guard start == span.lower || !span.text.scalars[start - 1].isLetter,
        isPartOfNumber(start + 2, in: span) || isPartOfNumber(start + 3, in: span),
        let office = lengthsOfOffices.lazy.map({ span.between(start, start + $0) })
          .first(where: offices.contains)
      else { continue }
      var end = office.upper
      var digits = 0
      while end < span.upper {
        let scalar = span.text.folded[end]
        if scalar.isDigit {
          digits += 1
        } else if !isPartOfNumber(end, in: span) || scalar == "," && !isThousands(span.from(end)) {
          break
        }
        if scalar == " ", digits >= 12 || digits >= 6 && span.text.folded[end - 1] == "," {
          break
        }
        end += 1
      }
      guard digits >= fewestDigits else { continue }
      // The check digit may be X; a kind code (A, B2) may follow.
      if end < span.upper, span.text.folded[end] == "x", span.text.folded[end - 1] == "." {
        end += 1
      }
      end = kindCodeEnd(span.from(end)) ?? end
      return span.between(start, end).trimming(".,/")
    }
    return nil
  }

  private static func isPartOfNumber(_ place: Int, in span: Span) -> Bool {
    guard place < span.upper else { return false }
    let scalar = span.text.folded[place]
    return scalar.isDigit || scalar.isOne(of: " ./,-")
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
