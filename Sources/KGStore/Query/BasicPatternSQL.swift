internal import KGModel
internal import KGQuerySource
internal import KGSPARQL

/// Translates triple patterns to SQL: a join of one table per pattern, in a given order.
struct BasicPatternSQL {
  let tables: GraphTables
  /// The variable of the graph name, where the tables have a graph column.
  let graph: Variable?
  /// The ids of a term: several where the store has its language tag in different cases.
  let termIDs: (Term) throws -> [Int64]

  /// Whether the wanted variables determine all others, so that dropping the others gives no duplicate rows.
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

  /// - Parameters:
  ///   - ordered: The patterns that must match.
  ///   - group: The patterns that may match, and the conditions.
  ///   - names: A search for names to begin with, unless there are bindings.
  ///   - bindings: The variables of the bindings table, if it is to be joined.
  /// - Returns: The statement, and the conditions for which its rows must still be tested.
  func sql(
    _ ordered: [BasicPatternOrder.Step], _ group: PatternGroup, names: NameSearch?,
    bindings: [Variable]?
  ) throws -> (sql: PatternSQL, residualConditions: [Expression]) {
    var sql = PatternSQL()
    var join = TableJoin(tables: tables, graph: graph, termIDs: termIDs)
    if let bindings {
      join.begin(
        with: PatternSQL.bindingsTable, columns: bindings.enumerated().map { ($1, "c\($0)") })
    } else if let names {
      join.begin(with: "names", columns: [(names.variable, "literal")])
      sql.definitions.append(
        "names(literal) AS (SELECT rowid FROM name_words WHERE name_words MATCH '\(names.match)')")
    }
    for (index, step) in ordered.enumerated() {
      try join.add(step.pattern)
      if let wanted = Self.wanted(after: index, of: ordered, group),
        !Self.isDetermined(join.variables, by: wanted, in: ordered[...index])
      {
        join.dropDuplicates(keeping: wanted, before: ordered[index + 1].pattern)
      }
    }
    let residualConditions = try add(group.conditions, group, to: &join)
    for pattern in group.optionals { try join.add(pattern, isOptional: true) }
    let tested = Set(residualConditions.flatMap(\.variables))
    sql.variables = join.variables.filter {
      group.kept?.contains($0) ?? true || tested.contains($0)
    }
    sql.statement = join.select(sql.variables)
    return (sql, residualConditions)
  }

  /// The variables that are needed after a pattern, where dropping the others pays off; `nil` where it does
  /// not.
  private static func wanted(
    after index: Int, of ordered: [BasicPatternOrder.Step], _ group: PatternGroup
  ) -> Set<Variable>? {
    guard let kept = group.kept, index > 0, index + 1 < ordered.count,
      ordered[index].rows > QueryTuning.current.rowsWorthDropping
    else { return nil }
    return kept.union(ordered[(index + 1)...].flatMap(\.pattern.variables))
      .union(group.otherVariables)
  }

  /// Adds conditions to the join.
  ///
  /// - Returns: The conditions that SQL does not decide.
  private func add(
    _ conditions: [Expression], _ group: PatternGroup, to join: inout TableJoin
  ) throws -> [Expression] {
    let conditionSQL = ConditionSQL(columns: join.columns, nodes: group.nodes) {
      try termIDs($0)[0]
    }
    return try conditions.filter { condition in
      let result = try conditionSQL.sql(condition)
      if let result { join.add(condition: result.sql) }
      return !(result?.isExact ?? false)
    }
  }
}

extension PatternTerm {
  fileprivate func isKnown(_ variables: Set<Variable>) -> Bool {
    variable.map(variables.contains) ?? true
  }
}
