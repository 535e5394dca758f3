internal import KGModel

/// The names of months, seasons and terms; the table is `Data/months.tsv`.
package enum MonthNames {
  /// The number of the month by its folded name; 0 for seasons and terms.
  package static let numbers: [String: Int] = Dictionary(
    TabSeparatedTable(PackageResources.months_tsv).rows.flatMap { row in
      let month = Int(row.cell(0))
      return month.map { month in TabSeparatedTable.values(row.cell(1)).map { ($0, month) } } ?? []
    }, uniquingKeysWith: { first, _ in first })

  /// The length of the longest name by the character that it begins with, in characters.
  static let longest = FirstCharacterTable(
    Dictionary(
      numbers.keys.compactMap { name in
        name.unicodeScalars.first.map { ($0, name.unicodeScalars.count) }
      }, uniquingKeysWith: max))
}
