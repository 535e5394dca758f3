internal import KGModel

/// Years counted by eras: 平成31年, R3, 民國108年; the table is `Data/eras.tsv`.
enum EraYears {
  struct Era: Sendable {
    /// The year before the first one of the era.
    let zero: Int
    let last: Int
    /// Whether the name is an abbreviation in a Latin letter, which has other meanings, too.
    let isLetter: Bool
  }

  /// A year with the place after its number.
  struct Found {
    let year: Int
    let end: Int
    let isLetter: Bool
  }

  /// The names of eras, looked up at a place of a text.
  static let table = DateWordTable(
    TabSeparatedTable(PackageResources.eras_tsv).rows.flatMap { row -> [(Era, [String])] in
      guard let zero = Int(row.cell(1)), let last = Int(row.cell(2)) else { return [] }
      return TabSeparatedTable.values(row.cell(3)).map { name in
        (Era(zero: zero, last: last, isLetter: name.allSatisfy(\.isASCII)), [name])
      }
    })

  /// The year of an era that a place begins; `nil` when none does.
  static func year(in span: Span, at index: Int) -> Found? {
    guard let era = table.match(in: span, at: index) else { return nil }
    var place = era.range.upperBound
    if !era.value.isLetter {
      while place < span.upper, span.text.folded[place] == " " { place += 1 }
    }
    guard place < span.upper else { return nil }
    let (number, end) = number(in: span, at: place, isLetter: era.value.isLetter)
    guard let number, number > 0, era.value.zero + number <= era.value.last else { return nil }
    return Found(year: era.value.zero + number, end: end, isLetter: era.value.isLetter)
  }

  /// The most digits that the number of a year of an era has.
  private static let mostDigits = 3

  private static func number(in span: Span, at place: Int, isLetter: Bool) -> (Int?, Int) {
    let digits = span.from(place).folded.prefix { $0.isDigit }.count
    if digits > 0 {
      guard digits <= mostDigits else { return (nil, place) }
      return (Int(span.between(place, place + digits).foldedString), place + digits)
    }
    guard !isLetter else { return (nil, place) }
    // 令和元年 is the first year of the era; 平成三十一年.
    if span.text.scalars[place] == "元" { return (1, place + 1) }
    let han = span.from(place).scalars.prefix { HanNumber.digits.contains($0) }.count
    return (HanNumber.value(of: span.between(place, place + han).string), place + han)
  }
}
