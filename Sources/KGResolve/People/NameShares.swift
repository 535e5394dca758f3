internal import KGModel

/// How common parts of names are among researchers, by `Data/name-shares.tsv`.
struct NameShares: Sendable {
  private let families: [String: Double]
  private let givens: [String: Double]
  /// The share of a part that the table does not have.
  private let rest: Rest

  /// The shares of parts that are rarer than those of the table.
  private struct Rest: Sendable {
    let family: Double
    let syllable: Double
    let given: Double
  }

  /// Among names that are spelled by pinyin.
  static let pinyin = NameShares(
    "pinyin", rest: Rest(family: 1 / 1000, syllable: 1 / 500, given: 1 / 2000))
  /// Among all others.
  static let others = NameShares(
    "other", rest: Rest(family: 1 / 5000, syllable: 1 / 2000, given: 1 / 2000))

  private init(_ kind: String, rest: Rest) {
    self.rest = rest
    func shares(_ part: String) -> [String: Double] {
      let rows = Self.table.rows.filter { $0.cell(0) == kind && $0.cell(1) == part }
      return Dictionary(
        rows.compactMap { row in Double(row.cell(3)).map { (row.cell(2), $0) } },
        uniquingKeysWith: { $1 })
    }
    families = shares("family")
    givens = shares("given")
  }

  private static let table = TabSeparatedTable(PackageResources.name_shares_tsv)

  /// The share of names with a folded family name.
  func family(_ name: String) -> Double { families[name] ?? rest.family }

  /// The share of names with a folded first given name.
  func given(_ name: String) -> Double {
    givens[name] ?? (Pinyin.isSyllable(name) ? rest.syllable : rest.given)
  }
}
