internal import KGModel
internal import KGSPARQL

/// Triple patterns in SQL: a join of one table a pattern, in an order of ours.
struct BasicPatternSQL {
  let tables: GraphTables
  /// The variable of the graph's name, where the tables tell it.
  let graph: Variable?
  /// The numbers of a term: of more than one where language tags differ in case.
  let numbers: (Term) throws -> [Int64]

  /// - Parameters:
  ///   - ordered: The patterns that must match.
  ///   - group: The patterns that may match, and the conditions.
  ///   - hint: The variables of the hint's table, if it is to be joined.
  /// - Returns: the statement, and the conditions that its rows have still to be tested for.
  func sql(
    _ ordered: [TriplePattern], _ group: PatternGroup, hint: [Variable]?
  ) throws -> (sql: PatternSQL, openConditions: [Expression]) {
    var columns: [Variable: String] = [:]
    var variables: [Variable] = []
    var conditions: [String] = []
    var from = ""
    var aliasCount = 0
    func bind(_ variable: Variable, _ column: String) {
      columns[variable] = column
      variables.append(variable)
    }
    if let hint {
      from = PatternSQL.hintTable
      for (index, variable) in hint.enumerated() {
        bind(variable, "\(PatternSQL.hintTable).c\(index)")
      }
    }
    func join(_ pattern: TriplePattern, isOptional: Bool) throws {
      aliasCount += 1
      let alias = "t\(aliasCount)"
      var bound: Set<GraphTables.Place> = []
      var own: [Variable: String] = [:]
      var tests: [String] = []
      let places: [(GraphTables.Place, PatternTerm)] = [
        (.s, pattern.subject), (.p, pattern.predicate), (.o, pattern.object),
      ]
      for (place, term) in places {
        let column = "\(alias).\(place.rawValue)"
        switch term {
        case .term(let term):
          let numbers = try numbers(term).map(String.init)
          tests.append(
            numbers.count == 1
              ? "\(column) = \(numbers[0])" : "\(column) IN (\(numbers.joined(separator: ", ")))")
          bound.insert(place)
        case .variable(let variable):
          if let known = columns[variable] {
            tests.append("\(column) = \(known)")
            bound.insert(place)
          } else if let known = own[variable] {
            tests.append("\(column) = \(known)")
          } else {
            own[variable] = column
          }
        }
      }
      for variable in pattern.variables where columns[variable] == nil {
        if let column = own[variable] { bind(variable, column) }
      }
      tests += tables.conditions(on: alias)
      if let graph {
        if let known = columns[graph] {
          tests.append("\(alias).g = \(known)")
        } else {
          bind(graph, "\(alias).g")
        }
      }
      let table = "\(tables.table(bound: bound)) AS \(alias)"
      if isOptional {
        from += " LEFT JOIN \(table) ON \(tests.isEmpty ? "1" : tests.joined(separator: " AND "))"
      } else {
        // CROSS JOIN keeps SQLite from changing the order.
        from += (from.isEmpty ? "" : " CROSS JOIN ") + table
        conditions += tests
      }
    }
    for pattern in ordered { try join(pattern, isOptional: false) }
    let conditionSQL = ConditionSQL(columns: columns, nodes: group.nodes) { try self.numbers($0)[0] }
    var openConditions: [Expression] = []
    for condition in group.conditions {
      let result = try conditionSQL.sql(condition)
      if let result { conditions.append(result.sql) }
      if !(result?.isExact ?? false) { openConditions.append(condition) }
    }
    for pattern in group.optionals { try join(pattern, isOptional: true) }
    let list = variables.compactMap { columns[$0] }
    var sql = PatternSQL()
    sql.variables = variables
    sql.statement =
      "SELECT " + (list.isEmpty ? "1" : list.joined(separator: ", ")) + " FROM " + from
      + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
    return (sql, openConditions)
  }
}
