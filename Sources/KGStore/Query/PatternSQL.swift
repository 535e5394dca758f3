internal import KGModel
internal import KGSPARQL

/// A part of a query in SQL: `WITH` tables, and a statement with a column for each variable.
struct PatternSQL {
  /// Definitions such as `t1(s, o) AS (…)`, each after those that it names.
  var definitions: [String] = []
  var statement = ""
  var variables: [Variable] = []

  /// The table of the bindings: a column `c0`, `c1` … for each of its variables.
  static let bindingsTable = "bindings"

  /// Conditions, connected. SQLite takes expressions no deeper than a thousand, and a chain is as deep as long:
  /// long ones are cut in halves.
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
  /// - Parameter bindings: The rows of the bindings, which must not be empty.
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
