internal import KGSPARQL

/// A part of a query in SQL: tables, conditions, and a column for each variable.
///
/// Tables of neighbouring parts are put side by side in one FROM clause, so that SQLite sees one join
/// and not nested tables; `Relation.nested` makes a table of its own where SQL needs one.
struct Relation {
  /// What a column holds.
  enum Kind {
    /// The number of a term, see ``TermID``.
    case id
    /// The text of a plain literal.
    case text
    /// The value of an `xsd:integer`.
    case integer
  }

  struct Column {
    var sql: String
    var kind: Kind
    /// NULL is unbound.
    var isNullable: Bool
    /// The terms are IRIs or blank nodes, which are equal when their numbers are.
    var isNode = false
  }

  /// The FROM clause; empty for one row without columns.
  var from = ""
  var conditions: [String] = []
  var variables: [Variable] = []
  var columns: [Variable: Column] = [:]
  var order: [String] = []

  mutating func add(_ variable: Variable, _ column: Column) {
    if columns.updateValue(column, forKey: variable) == nil { variables.append(variable) }
  }

  mutating func keep(_ wanted: [Variable]) {
    variables = wanted.filter { columns[$0] != nil }
    columns = columns.filter { wanted.contains($0.key) }
  }

  /// The statement; without columns it gives a 1 for each solution.
  func select(distinct: Bool = false) -> String {
    let list = variables.compactMap { columns[$0]?.sql }
    return clause(list.isEmpty ? ["1"] : list, distinct: distinct)
  }

  /// A statement with other columns over the same rows.
  func clause(_ selected: [String], distinct: Bool = false) -> String {
    "SELECT " + (distinct ? "DISTINCT " : "") + selected.joined(separator: ", ")
      + (from.isEmpty ? "" : " FROM " + from)
      + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
      + (order.isEmpty ? "" : " ORDER BY " + order.joined(separator: ", "))
  }

  /// The columns under the names that ``nested`` gives them.
  var namedColumns: [String] {
    let named = variables.enumerated().map { index, variable in
      "\(columns[variable]?.sql ?? "NULL") AS c\(index)"
    }
    return named.isEmpty ? ["1 AS c0"] : named
  }

  /// The relation as one table of a FROM clause.
  func nested(as alias: String, statement: String? = nil) -> Relation {
    var relation = Relation()
    relation.from = "(\(statement ?? clause(namedColumns))) AS \(alias)"
    for (index, variable) in variables.enumerated() {
      guard var column = columns[variable] else { continue }
      column.sql = "\(alias).c\(index)"
      relation.add(variable, column)
    }
    return relation
  }
}

extension Relation {
  /// Both side by side, rows that agree in shared variables; `nil` when these differ in kind.
  func joined(_ other: Relation) -> Relation? {
    var result = self
    result.order = []
    result.from = [from, other.from].filter { !$0.isEmpty }.joined(separator: " CROSS JOIN ")
    result.conditions += other.conditions
    for variable in other.variables {
      guard let right = other.columns[variable] else { continue }
      guard let left = columns[variable] else {
        result.add(variable, right)
        continue
      }
      guard let agreement = Self.agreement(left, right) else { return nil }
      result.conditions.append(agreement)
      result.add(variable, Self.either(left, right))
    }
    return result
  }

  /// Rows of this one with those of the other that agree, or with NULL where there are none.
  ///
  /// - Parameter other: one table, whose conditions move to the ON clause.
  func leftJoined(_ other: Relation, condition: String?) -> Relation? {
    var result = self
    result.order = []
    var conditions = other.conditions + (condition.map { [$0] } ?? [])
    for variable in other.variables {
      guard var right = other.columns[variable] else { continue }
      if let left = columns[variable] {
        guard let agreement = Self.agreement(left, right) else { return nil }
        conditions.append(agreement)
        if left.isNullable { result.add(variable, Self.either(left, right, isNullable: true)) }
      } else {
        right.isNullable = true
        result.add(variable, right)
      }
    }
    let on = conditions.isEmpty ? "1" : conditions.joined(separator: " AND ")
    // Without a table on the left there is one row on the left.
    result.from =
      (from.isEmpty ? "(SELECT 1)" : from) + " LEFT JOIN \(other.from) ON \(on)"
    return result
  }

  /// Solutions are compatible when a shared variable is unbound in one or the same in both.
  private static func agreement(_ left: Column, _ right: Column) -> String? {
    guard left.kind == right.kind else { return nil }
    var choices = ["\(left.sql) = \(right.sql)"]
    if left.isNullable { choices.append("\(left.sql) IS NULL") }
    if right.isNullable { choices.append("\(right.sql) IS NULL") }
    return choices.count == 1 ? choices[0] : "(\(choices.joined(separator: " OR ")))"
  }

  private static func either(_ left: Column, _ right: Column, isNullable: Bool? = nil) -> Column {
    if !left.isNullable { return left }
    return Column(
      sql: "COALESCE(\(left.sql), \(right.sql))", kind: left.kind,
      isNullable: isNullable ?? right.isNullable, isNode: left.isNode && right.isNode)
  }
}
