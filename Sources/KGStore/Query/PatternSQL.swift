internal import KGModel
internal import KGSPARQL

/// A part of a query in SQL: the tables of `WITH`, and a statement with a column for each variable.
struct PatternSQL {
  /// Definitions such as `t1(s, o) AS (…)`, each after those that it uses.
  var definitions: [String] = []
  var statement = ""
  var variables: [Variable] = []

  /// The table of bindings, with a column `c0`, `c1` … for each variable.
  static let bindingsTable = "bindings"

  /// Joins conditions with AND or OR. SQLite limits the depth of expressions to 1000 and a chain is as deep as
  /// it is long, so long chains are split in halves.
  static func connected(_ conditions: [String], by connective: String) -> String {
    guard conditions.count > 100 else { return conditions.joined(separator: connective) }
    let halves = [
      conditions.prefix(conditions.count / 2), conditions.dropFirst(conditions.count / 2),
    ]
    return halves.map { "(" + connected(Array($0), by: connective) + ")" }
      .joined(separator: connective)
  }

  /// The whole statement.
  ///
  /// - Parameter bindings: The rows of the table of bindings, at least one; `nil` for a statement without it.
  func text(bindings: [[Int64]]?) -> String {
    var definitions = definitions
    if let bindings {
      let columns = (bindings.first ?? []).indices.map { "c\($0)" }.joined(separator: ", ")
      let rows = bindings.map { "(" + $0.map(String.init).joined(separator: ",") + ")" }
      definitions.insert(
        "\(Self.bindingsTable)(\(columns)) AS (VALUES \(rows.joined(separator: ",")))", at: 0)
    }
    return
      (definitions.isEmpty ? "" : "WITH RECURSIVE " + definitions.joined(separator: ",\n  ") + "\n")
      + statement
  }
}
