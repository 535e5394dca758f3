internal import CNameTables

/// Short and familiar forms of given names; the table is `Data/nicknames.tsv`.
enum Nicknames {
  /// For each name and each form, the rows of the table that have it.
  private static let rows: [String: Set<Int>] = {
    var rows: [String: Set<Int>] = [:]
    for (number, row) in TabSeparatedTable(kg_nicknames()).rows.enumerated() {
      for name in [row.cell(1)] + TabSeparatedTable.values(row.cell(2)) {
        rows[name, default: []].insert(number)
      }
    }
    return rows
  }()

  /// Whether two folded given names may be forms of one: Tim and Timothy, Bob and Rob.
  static func areForms(of one: String, _ other: String) -> Bool {
    guard let left = rows[one], let right = rows[other] else { return false }
    return !left.isDisjoint(with: right)
  }

  /// The first letters of the other forms of a folded given name; empty for a name without any.
  static func initials(of name: String) -> Set<Character> {
    Set((rows[name] ?? []).flatMap { initialsOfRow[$0] ?? [] })
  }

  private static let initialsOfRow: [Int: Set<Character>] = rows.reduce(into: [:]) { found, entry in
    guard let first = entry.key.first else { return }
    for row in entry.value { found[row, default: []].insert(first) }
  }
}
