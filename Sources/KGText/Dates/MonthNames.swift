internal import KGModel

/// The names of months, seasons and terms; the table is `Data/months.tsv`.
package enum MonthNames {
  private static let rows = TabSeparatedTable(PackageResources.months_tsv).rows

  /// The number of the month by its folded name; 0 for seasons and terms.
  package static let numbers: [String: Int] = Dictionary(
    rows.flatMap { row in names(in: row) }, uniquingKeysWith: { first, _ in first })

  /// The same for the names in one language.
  package static func numbers(in language: String) -> [String: Int] {
    Dictionary(
      rows.filter { $0.cell(1) == language }.flatMap { row in names(in: row) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The names, looked up at a place of a text.
  static let table = DateWordTable(
    rows.compactMap { row in
      Int(row.cell(0)).map { ($0, TabSeparatedTable.values(row.cell(2))) }
    })

  private static func names(in row: [String]) -> [(String, Int)] {
    guard let month = Int(row.cell(0)) else { return [] }
    return TabSeparatedTable.values(row.cell(2)).map { ($0, month) }
  }
}
