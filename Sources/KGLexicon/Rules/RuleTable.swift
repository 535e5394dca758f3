internal import CLexiconTables
internal import KGModel

/// What there is to say about a rule.
struct RuleDescription: Sendable {
  let strength: Strength
  let summary: String
}

/// The rules as data, read from `Data/rules.tsv` when the first of them is asked for: reading documents needs only
/// their ids.
struct RuleTable: Sendable {
  /// The rules of the program.
  static let shared = RuleTable(embedded)

  /// The table that is built into the program.
  static var embedded: TabSeparatedTable { TabSeparatedTable(kg_rules()) }

  /// The ids in the order of the table.
  let ids: [String]
  private let descriptions: [String: RuleDescription]

  /// - Parameter table: Rows of id, strength and summary. An unknown strength counts as stated.
  init(_ table: TabSeparatedTable) {
    ids = table.rows.map { $0.cell(0) }
    descriptions = Dictionary(
      table.rows.map { row in
        let strength = Strength(rawValue: row.cell(1)) ?? .stated
        return (row.cell(0), RuleDescription(strength: strength, summary: row.cell(2)))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// What the table says about a rule. It has a row for each, as the tests check.
  func description(of rule: Rule) -> RuleDescription {
    descriptions[rule.rawValue] ?? RuleDescription(strength: .stated, summary: "")
  }
}
