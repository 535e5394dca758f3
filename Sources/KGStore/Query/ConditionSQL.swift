internal import KGModel
internal import KGSPARQL

/// Translates filter conditions to SQL, as far as the ids of terms decide them.
struct ConditionSQL {
  /// The columns of variables that are bound in every row.
  let columns: [Variable: String]
  /// Variables that are never literals.
  let nodes: Set<Variable>
  let termID: (Term) throws -> Int64

  struct Result {
    let sql: String
    /// Whether the SQL holds exactly where the condition does; otherwise it also holds for other rows.
    let isExact: Bool
  }

  /// - Returns: `nil` when ids do not help with the condition.
  func sql(_ condition: Expression) throws -> Result? {
    switch condition {
    case .or(let parts):
      let results = try parts.map(sql)
      guard !results.contains(where: { $0 == nil }) else { return nil }
      return Result(
        sql: "(" + PatternSQL.connected(results.compactMap { $0?.sql }, by: " OR ") + ")",
        isExact: results.allSatisfy { $0?.isExact ?? false })
    case .compare(let left, let comparison, let right):
      return try compared(left, comparison, right)
        ?? compared(right, comparison.reversed, left)
    case .isIn(.variable(let variable), let list):
      guard let column = columns[variable] else { return nil }
      var ids: [Int64] = []
      for item in list {
        guard case .term(let term) = item, !term.isLiteral else { return nil }
        ids.append(try termID(term))
      }
      return Result(sql: "\(column) IN (\(ids.sqlList))", isExact: true)
    default: return nil
    }
  }

  private func compared(
    _ left: Expression, _ comparison: Expression.Comparison, _ right: Expression
  ) throws -> Result? {
    guard case .variable(let variable) = left, let column = columns[variable] else { return nil }
    let isEquality = comparison == .equal || comparison == .notEqual
    let sign = comparison == .notEqual ? "<>" : comparison.rawValue
    switch right {
    case .variable(let other):
      // A node equals only itself.
      guard isEquality, let partner = columns[other],
        nodes.contains(variable) || nodes.contains(other)
      else { return nil }
      return Result(sql: "\(column) \(sign) \(partner)", isExact: true)
    case .term(let term):
      if !term.isLiteral {
        return isEquality
          ? Result(sql: "\(column) \(sign) \(try termID(term))", isExact: true) : nil
      }
      // Inline ids of one kind are in the order of their values; terms of other kinds must still be tested.
      guard let id = TermID(inlining: term), let range = id.range else { return nil }
      return Result(
        sql:
          "(\(column) \(sign) \(id.rawValue) OR \(column) < \(range.lowerBound) OR \(column) > \(range.upperBound))",
        isExact: false)
    default: return nil
    }
  }
}

extension Expression.Comparison {
  /// The equivalent comparison with its sides exchanged.
  fileprivate var reversed: Self {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}
