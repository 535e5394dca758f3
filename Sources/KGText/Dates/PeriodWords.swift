internal import KGModel

/// Words beside dates by which the ends of a period are known; the table is `Data/period-words.tsv`, which
/// explains the roles.
enum PeriodWords {
  /// The roles of the words. They are numbered, because dates ask for words of a role at every other character.
  enum Role: Int, CaseIterable, Sendable {
    case present, toPresent, since, starting, onwards, from, to, between, and, until, before
    case untilAfter, expected, unknown, of, article

    /// By their names in the table.
    fileprivate static let byName: [String: Role] = Dictionary(
      uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
  }

  /// The words of each role, by its number.
  private static let tables: [DateWordTable<Role>] = {
    let rows = TabSeparatedTable(PackageResources.period_words_tsv).rows
    return Role.allCases.map { role in
      let words = rows.filter { Role.byName[$0.cell(0)] == role }
        .flatMap { TabSeparatedTable.values($0.cell(2)) }
      return DateWordTable([(role, words)])
    }
  }()

  /// The roles of words before a date, the ones that mean most first.
  private static let leading = DateWordTable(
    TabSeparatedTable(PackageResources.period_words_tsv).rows.compactMap { row in
      Role.byName[row.cell(0)].flatMap { role in
        [.since, .starting, .until, .before, .between, .from].contains(role)
          ? (role, TabSeparatedTable.values(row.cell(2))) : nil
      }
    })

  /// The end of a word of this role at a place; `nil` when there is none.
  static func end(of role: Role, in span: Span, at index: Int) -> Int? {
    tables[role.rawValue].match(in: span, at: index)?.range.upperBound
  }

  /// The start of a word of this role that ends at a place; `nil` when there is none.
  static func start(of role: Role, in span: Span, endingAt end: Int) -> Int? {
    tables[role.rawValue].match(in: span, endingAt: end)?.range.lowerBound
  }

  /// The word before a date that says which end of a period the date is; `nil` when there is none.
  static func leadingWord(in span: Span, endingAt end: Int) -> DateWordTable<Role>.Match? {
    leading.match(in: span, endingAt: end)
  }
}
