internal import KGModel
internal import KGSPARQL

/// Triple patterns in SQL: a join of one table a pattern, in an order of ours.
struct BasicPatternSQL {
  let tables: GraphTables
  /// The variable of the graph's name, where the tables tell it.
  let graph: Variable?
  /// The numbers of a term: of more than one where language tags differ in case.
  let numbers: (Term) throws -> [Int64]

  /// Whether what variables have follows from the wanted ones, so that no row comes twice without the others.
  private static func isDetermined(
    _ variables: [Variable], by wanted: Set<Variable>, in steps: ArraySlice<BasicPatternOrder.Step>
  ) -> Bool {
    var known = wanted
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      for step in steps {
        if step.isFunction.fromSubject, step.pattern.subject.isKnown(known),
          let object = step.pattern.object.variable
        {
          hasGrown = known.insert(object).inserted || hasGrown
        }
        if step.isFunction.fromObject, step.pattern.object.isKnown(known),
          let subject = step.pattern.subject.variable
        {
          hasGrown = known.insert(subject).inserted || hasGrown
        }
      }
    }
    return variables.allSatisfy(known.contains)
  }

  /// Of so few rows duplicates do no harm.
  private static let fewRows = 100.0

  /// - Parameters:
  ///   - ordered: The patterns that must match.
  ///   - group: The patterns that may match, and the conditions.
  ///   - names: What names to begin with, if not with a hint.
  ///   - hint: The variables of the hint's table, if it is to be joined.
  /// - Returns: the statement, and the conditions that its rows have still to be tested for.
  func sql(
    _ ordered: [BasicPatternOrder.Step], _ group: PatternGroup, names: NameSearch?,
    hint: [Variable]?
  ) throws -> (sql: PatternSQL, openConditions: [Expression]) {
    var sql = PatternSQL()
    var columns: [Variable: String] = [:]
    var variables: [Variable] = []
    var conditions: [String] = []
    var from = ""
    var aliasCount = 0
    /// Makes one table of what has been joined, with the variables that are looked at later, each row once.
    ///
    /// Rows come in the order in which the next pattern looks them up: neighbours are on one page.
    func dropDuplicates(keeping wanted: Set<Variable>, before next: TriplePattern) {
      let first = [next.subject.variable, next.object.variable].first { variable in
        variable.map { wanted.contains($0) && columns[$0] != nil } ?? false
      }
      let live =
        variables.filter { wanted.contains($0) && $0 == first }
        + variables.filter { wanted.contains($0) && $0 != first }
      guard live.count < variables.count, !live.isEmpty else { return }
      aliasCount += 1
      let alias = "d\(aliasCount)"
      let list = live.enumerated().map { index, variable in
        "\(columns[variable] ?? "NULL") AS c\(index)"
      }
      let filter = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
      let order = live.indices.map { String($0 + 1) }.joined(separator: ", ")
      // Without a limit SQLite takes the order for one that does not matter.
      from = """
        (SELECT DISTINCT \(list.joined(separator: ", ")) FROM \(from)\(filter) \
        ORDER BY \(order) LIMIT -1) AS \(alias)
        """
      conditions = []
      variables = live
      columns = [:]
      for (index, variable) in live.enumerated() { columns[variable] = "\(alias).c\(index)" }
    }
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
    if let names, hint == nil {
      from = "names"
      bind(names.variable, "names.literal")
      sql.definitions.append(
        "names(literal) AS (SELECT rowid FROM name_words WHERE name_words MATCH '\(names.match)')")
    }
    for (index, pattern) in ordered.enumerated() {
      try join(pattern.pattern, isOptional: false)
      if let kept = group.kept, index > 0, index + 1 < ordered.count,
        pattern.rows > Self.fewRows
      {
        let later = ordered[(index + 1)...].flatMap(\.pattern.variables)
        let wanted = kept.union(later).union(group.otherVariables)
        if !Self.isDetermined(variables, by: wanted, in: ordered[...index]) {
          dropDuplicates(keeping: wanted, before: ordered[index + 1].pattern)
        }
      }
    }
    let conditionSQL = ConditionSQL(columns: columns, nodes: group.nodes) {
      try self.numbers($0)[0]
    }
    var openConditions: [Expression] = []
    for condition in group.conditions {
      let result = try conditionSQL.sql(condition)
      if let result { conditions.append(result.sql) }
      if !(result?.isExact ?? false) { openConditions.append(condition) }
    }
    for pattern in group.optionals { try join(pattern, isOptional: true) }
    if let kept = group.kept {
      let tested = Set(openConditions.flatMap(\.variables))
      variables = variables.filter { kept.contains($0) || tested.contains($0) }
    }
    let list = variables.compactMap { columns[$0] }
    sql.variables = variables
    sql.statement =
      "SELECT " + (list.isEmpty ? "1" : list.joined(separator: ", ")) + " FROM " + from
      + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
    return (sql, openConditions)
  }
}

extension PatternTerm {
  fileprivate func isKnown(_ variables: Set<Variable>) -> Bool {
    variable.map(variables.contains) ?? true
  }
}
