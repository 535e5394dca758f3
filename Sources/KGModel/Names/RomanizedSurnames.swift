internal import CNameTables

/// Chinese surnames in Latin letters; the table of spellings that no rule gives is `Data/romanized-surnames.tsv`.
enum RomanizedSurnames {
  /// By the surname in simplified characters.
  private static let spellings: [String: Set<String>] = Dictionary(
    TabSeparatedTable(kg_romanized_surnames()).rows.map { row in
      (row.cell(0), Set(TabSeparatedTable.values(row.cell(1))))
    }, uniquingKeysWith: { $0.union($1) })

  private static let all: Set<String> = spellings.values.reduce(into: Pinyin.surnameSpellings) {
    $0.formUnion($1)
  }

  /// Whether a folded word is a spelling of a Chinese surname.
  static func contains(_ word: String) -> Bool { all.contains(word) }

  /// Whether a folded word may be the spelling of a surname elsewhere than in mainland China.
  ///
  /// - Parameter surname: In simplified characters.
  static func isSpelling(_ word: String, of surname: String) -> Bool {
    spellings[surname]?.contains(word) == true
  }
}
