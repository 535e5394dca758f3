internal import KGModel
internal import KGSPARQL

/// Compiles algebra to SQL over the three covering orders.
///
/// What it declines (`nil`) is evaluated over the rows of what it accepts below: MINUS, functions that
/// SQL lacks, orders and extremes over terms of mixed kinds. Constants of a query are numbers or
/// arguments, never text of the statement.
final class SQLCompiler {
  /// The values of `?1`, `?2` … in the statement.
  private(set) var arguments: [String] = []
  private var aliases = 0
  private let lookUp: (Term) throws -> Int64?

  /// - Parameter lookUp: the number of a constant's entity; `nil` when no statement names it.
  init(lookUp: @escaping (Term) throws -> Int64?) {
    self.lookUp = lookUp
  }

  /// A number that no term has: a pattern with an unknown constant has no solutions.
  private static let noTerm: Int64 = 0

  func id(of term: Term) throws -> Int64 { try lookUp(term) ?? Self.noTerm }

  func isKnown(_ term: Term) throws -> Bool { try lookUp(term) != nil }

  func argument(_ text: String) -> String {
    arguments.append(text)
    return "?\(arguments.count)"
  }

  func alias() -> String {
    aliases += 1
    return "t\(aliases)"
  }

  // MARK: Algebra

  /// - Parameter bound: variables that a join has bound before this part is reached.
  func relation(of algebra: Algebra, bound: Set<Variable> = []) throws -> Relation? {
    switch algebra {
    case .basic(let patterns): return try basic(patterns, bound: bound)
    case .path(let subject, let path, let object):
      return try relation(from: subject, path, to: object)
    case .join: return try join(algebra.joinOperands, bound: bound)
    case .leftJoin(let left, let right, let condition):
      return try leftJoin(left, right, condition, bound: bound)
    case .union(let left, let right): return try union(left, right)
    case .minus: return nil
    case .filter(let expression, let inner):
      guard var relation = try relation(of: inner, bound: bound), relation.order.isEmpty,
        let condition = try condition(expression, relation)
      else { return nil }
      relation.conditions.append(condition)
      return relation
    case .extend(let inner, let variable, let expression):
      guard var relation = try relation(of: inner, bound: bound),
        relation.columns[variable] == nil, let column = try column(expression, relation)
      else { return nil }
      relation.add(variable, column)
      return relation
    case .values(let variables, let rows): return try values(variables, rows)
    case .group(let inner, let keys, let aggregates): return try group(inner, keys, aggregates)
    case .project(let inner, let variables):
      guard var relation = try relation(of: inner) else { return nil }
      relation.keep(variables)
      return relation
    case .distinct(let inner):
      guard let relation = try relation(of: inner), relation.order.isEmpty else { return nil }
      return relation.nested(
        as: alias(), statement: relation.clause(relation.namedColumns, distinct: true))
    case .orderBy(let inner, let conditions):
      guard var relation = try relation(of: inner) else { return nil }
      for condition in conditions {
        // Only kinds whose order in SQL is that of SPARQL; NULL comes first in both.
        guard let column = try column(condition.expression, relation), column.kind != .id else {
          return nil
        }
        relation.order.append(column.sql + (condition.descending ? " DESC" : ""))
      }
      return relation
    case .slice(let inner, let offset, let limit):
      guard let relation = try relation(of: inner) else { return nil }
      let statement =
        relation.clause(relation.namedColumns) + " LIMIT \(limit ?? -1) OFFSET \(offset)"
      return relation.nested(as: alias(), statement: statement)
    }
  }

  private func basic(_ patterns: [TriplePattern], bound: Set<Variable>) throws -> Relation {
    var relation = Relation()
    var tables: [String] = []
    for pattern in BasicPatternOrder.ordered(patterns, bound: bound) {
      let table = alias()
      var boundPlaces: Set<String> = []
      let places = [("s", pattern.subject), ("p", pattern.predicate), ("o", pattern.object)]
      for (name, place) in places {
        let sql = "\(table).\(name)"
        switch place {
        case .term(let term):
          relation.conditions.append("\(sql) = \(try id(of: term))")
          boundPlaces.insert(name)
        case .variable(let variable):
          if let known = relation.columns[variable] {
            relation.conditions.append("\(sql) = \(known.sql)")
            if !known.sql.hasPrefix(table + ".") { boundPlaces.insert(name) }
            if name != "o" { relation.columns[variable]?.isNode = true }
          } else {
            if bound.contains(variable) { boundPlaces.insert(name) }
            relation.add(
              variable, .init(sql: sql, kind: .id, isNullable: false, isNode: name != "o"))
          }
        }
      }
      tables.append("\(BasicPatternOrder.index(bound: boundPlaces)) AS \(table)")
    }
    // CROSS JOIN keeps SQLite from changing the order.
    relation.from = tables.joined(separator: " CROSS JOIN ")
    return relation
  }

  /// Parts with the fewest rows come first: constants, then paths from a constant.
  private func join(_ operands: [Algebra], bound: Set<Variable>) throws -> Relation? {
    let ordered = operands.enumerated().sorted {
      ($0.element.joinRank, $0.offset) < ($1.element.joinRank, $1.offset)
    }.map(\.element)
    var result = Relation()
    for operand in ordered {
      guard
        let next = try relation(of: operand, bound: bound.union(result.variables)),
        let joined = result.joined(next)
      else { return nil }
      result = joined
    }
    return result
  }

  private func leftJoin(
    _ left: Algebra, _ right: Algebra, _ condition: Expression?, bound: Set<Variable>
  ) throws -> Relation? {
    guard let left = try relation(of: left, bound: bound),
      var right = try relation(of: right, bound: bound.union(left.variables))
    else { return nil }
    if right.from.isEmpty || right.from.contains(" JOIN ") || right.variables.isEmpty {
      right = right.nested(as: alias())
    }
    var test: String?
    if let condition {
      guard let joined = left.joined(right), let sql = try self.condition(condition, joined) else {
        return nil
      }
      test = sql
    }
    return left.leftJoined(right, condition: test)
  }

  private func union(_ left: Algebra, _ right: Algebra) throws -> Relation? {
    guard let left = try relation(of: left), let right = try relation(of: right) else { return nil }
    var shape = left
    for variable in left.variables where right.columns[variable] == nil {
      shape.columns[variable]?.isNullable = true
    }
    for variable in right.variables {
      guard var column = right.columns[variable] else { continue }
      if let known = left.columns[variable] {
        guard known.kind == column.kind else { return nil }
        shape.columns[variable]?.isNullable = known.isNullable || column.isNullable
        shape.columns[variable]?.isNode = known.isNode && column.isNode
      } else {
        column.isNullable = true
        shape.add(variable, column)
      }
    }
    let statements = [left, right].map { side in
      var side = side
      side.order = []
      let list = shape.variables.enumerated().map { index, variable in
        "\(side.columns[variable]?.sql ?? "NULL") AS c\(index)"
      }
      return side.clause(list.isEmpty ? ["1 AS c0"] : list)
    }
    return shape.nested(as: alias(), statement: statements.joined(separator: " UNION ALL "))
  }

  private func values(_ variables: [Variable], _ rows: [[Term?]]) throws -> Relation? {
    var shape = Relation()
    for (index, variable) in variables.enumerated() {
      let isNullable = rows.contains { $0[index] == nil }
      shape.add(variable, .init(sql: "", kind: .id, isNullable: isNullable))
    }
    guard shape.variables.count == variables.count, !rows.isEmpty, !variables.isEmpty else {
      return nil
    }
    var statements: [String] = []
    for row in rows {
      // A term that the graph lacks has no number to be shown by.
      guard try row.allSatisfy({ try $0.map(isKnown) ?? true }) else { return nil }
      let list = try row.enumerated().map { index, term in
        "\(try term.map { String(try id(of: $0)) } ?? "NULL") AS c\(index)"
      }
      statements.append("SELECT " + list.joined(separator: ", "))
    }
    return shape.nested(as: alias(), statement: statements.joined(separator: " UNION ALL "))
  }

  private func group(
    _ inner: Algebra, _ keys: [Variable], _ aggregates: [AggregateBinding]
  ) throws -> Relation? {
    guard let rows = try relation(of: inner) else { return nil }
    var shape = Relation()
    for key in keys {
      guard let column = rows.columns[key] else { return nil }
      shape.add(key, column)
    }
    let groups = keys.compactMap { rows.columns[$0]?.sql }
    for binding in aggregates {
      guard let column = try aggregate(binding.aggregate, rows) else { return nil }
      shape.add(binding.variable, column)
    }
    guard shape.variables.count == keys.count + aggregates.count, !shape.variables.isEmpty else {
      return nil
    }
    var unordered = rows
    unordered.order = []
    let statement =
      unordered.clause(shape.namedColumns)
      + (groups.isEmpty ? "" : " GROUP BY " + groups.joined(separator: ", "))
    return shape.nested(as: alias(), statement: statement)
  }

  private func aggregate(_ aggregate: Aggregate, _ rows: Relation) throws -> Relation.Column? {
    guard let argument = aggregate.argument else {
      return aggregate.distinct
        ? nil : .init(sql: "COUNT(*)", kind: .integer, isNullable: false)
    }
    guard let column = try column(argument, rows) else { return nil }
    let distinct = aggregate.distinct ? "DISTINCT " : ""
    switch aggregate.function {
    case .count:
      return .init(sql: "COUNT(\(distinct)\(column.sql))", kind: .integer, isNullable: false)
    case .min, .max, .sample:
      guard column.kind != .id else { return nil }
      let function = aggregate.function == .max ? "MAX" : "MIN"
      return .init(sql: "\(function)(\(column.sql))", kind: column.kind, isNullable: true)
    case .sum, .avg, .groupConcat: return nil
    }
  }
}

extension Algebra {
  /// The parts of neighbouring joins, which may be joined in any order.
  fileprivate var joinOperands: [Algebra] {
    if case .join(let left, let right) = self {
      left.joinOperands + right.joinOperands
    } else {
      [self]
    }
  }

  fileprivate var joinRank: Int {
    switch self {
    case .values: 0
    case .path(.term, _, _), .path(_, _, .term): 1
    case .path: 3
    default: 2
    }
  }
}
