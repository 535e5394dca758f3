internal import KGModel

/// Signs after the numbers of a date: 年, 월, “th”; the table is `Data/date-signs.tsv`.
enum DateSigns {
  enum Part: String, Sendable { case year, month, day, counter }

  private static let table = DateWordTable(
    TabSeparatedTable(PackageResources.date_signs_tsv).rows.compactMap { row in
      Part(rawValue: row.cell(0)).map { ($0, TabSeparatedTable.values(row.cell(2))) }
    })

  /// The end of the sign of a part at a place or after blanks; `nil` when there is none.
  static func end(of part: Part, in span: Span, at index: Int) -> Int? {
    var place = index
    while place < span.upper, span.text.folded[place] == " " { place += 1 }
    guard place < span.upper, span.text.scalars[place].isEastAsian else { return nil }
    return table.match(in: span, at: place).flatMap { $0.value == part ? $0.range.upperBound : nil }
  }

  /// The end of “st”, “er”, “º” directly after a day.
  static func ordinalEnd(in span: Span, at index: Int) -> Int? {
    ordinals.first { span.from(index).hasPrefix($0) }.map { index + $0.unicodeScalars.count }
  }

  private static let ordinals: [String] = TabSeparatedTable(PackageResources.date_signs_tsv).rows
    .filter { $0.cell(0) == Part.day.rawValue }
    .flatMap { TabSeparatedTable.values($0.cell(2)) }
    .filter { !$0.unicodeScalars.allSatisfy(\.isEastAsian) }
}
