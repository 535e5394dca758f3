internal import KGModel
internal import KGSPARQL

/// Expressions in SQL. An error is NULL, which SQL's AND, OR and NOT carry as SPARQL's do.
extension SQLCompiler {
  /// The truth of an expression; `nil` when SQL cannot say it exactly.
  func condition(_ expression: Expression, _ row: Relation) throws -> String? {
    switch expression {
    case .and(let left, let right): return try connected(left, "AND", right, row)
    case .or(let left, let right): return try connected(left, "OR", right, row)
    case .not(let inner): return try condition(inner, row).map { "(NOT \($0))" }
    case .compare(let left, let comparison, let right):
      return try compared(left, comparison, right, row)
    case .isIn(let item, let list):
      let tests = try list.map { try compared(item, .equal, $0, row) }
      guard !tests.isEmpty, !tests.contains(nil) else { return nil }
      return "(" + tests.compactMap { $0 }.joined(separator: " OR ") + ")"
    case .call("BOUND", let arguments):
      guard case .variable(let variable)? = arguments.first else { return nil }
      return row.columns[variable].map { "(\($0.sql) IS NOT NULL)" } ?? "0"
    case .call("CONTAINS", let arguments):
      return try texts(arguments, row).map { "(INSTR(\($0[0]), \($0[1])) > 0)" }
    case .call("STRSTARTS", let arguments):
      return try texts(arguments, row).map { "(SUBSTR(\($0[0]), 1, LENGTH(\($0[1]))) = \($0[1]))" }
    case .exists(let algebra): return try exists(algebra, row)
    default: return nil
    }
  }

  /// The value of an expression as a column.
  func column(_ expression: Expression, _ row: Relation) throws -> Relation.Column? {
    switch expression {
    case .variable(let variable): return row.columns[variable]
    case .term(let term): return try constant(term)
    case .call("STR", let arguments):
      guard arguments.count == 1, let inner = try column(arguments[0], row) else { return nil }
      switch inner.kind {
      case .text: return inner
      case .integer: return text("CAST(\(inner.sql) AS TEXT)")
      case .id: return text(LexicalForm.sql(of: inner.sql))
      }
    case .call("SUBSTR", let arguments): return try substring(arguments, row)
    case .call("CONCAT", let arguments):
      let parts = try arguments.map { try column($0, row) }
      guard !parts.isEmpty, parts.allSatisfy({ $0?.kind == .text }) else { return nil }
      return text("(" + parts.compactMap { $0?.sql }.joined(separator: " || ") + ")")
    default: return nil
    }
  }

  private func text(_ sql: String) -> Relation.Column {
    .init(sql: sql, kind: .text, isNullable: true)
  }

  private func constant(_ term: Term) throws -> Relation.Column? {
    guard case .literal(let literal) = term else {
      return .init(sql: String(try id(of: term)), kind: .id, isNullable: false, isNode: true)
    }
    if literal.datatype == XSD.string {
      // SQLite ends a text at a NUL in its functions.
      guard !literal.lexicalForm.unicodeScalars.contains("\0") else { return nil }
      return .init(sql: argument(literal.lexicalForm), kind: .text, isNullable: false)
    }
    guard literal.datatype == XSD.integer, let value = Int64(literal.lexicalForm) else {
      return nil
    }
    return .init(sql: String(value), kind: .integer, isNullable: false)
  }

  private func substring(_ arguments: [Expression], _ row: Relation) throws -> Relation.Column? {
    // Whole bounds from 1 on: there SQL counts characters as SPARQL does.
    let bounds = arguments.dropFirst().compactMap { argument -> Int? in
      guard case .term(.literal(let literal)) = argument, literal.datatype == XSD.integer else {
        return nil
      }
      return Int(literal.lexicalForm)
    }
    guard (2...3).contains(arguments.count), bounds.count == arguments.count - 1, bounds[0] >= 1,
      bounds.allSatisfy({ (0...Int(Int32.max)).contains($0) }),
      let source = try column(arguments[0], row), source.kind == .text
    else { return nil }
    return text("SUBSTR(\(([source.sql] + bounds.map(String.init)).joined(separator: ", ")))")
  }

  private func texts(_ arguments: [Expression], _ row: Relation) throws -> [String]? {
    let columns = try arguments.map { try column($0, row) }
    guard columns.count == 2, columns.allSatisfy({ $0?.kind == .text }) else { return nil }
    return columns.compactMap { $0?.sql }
  }

  private func connected(
    _ left: Expression, _ word: String, _ right: Expression, _ row: Relation
  ) throws -> String? {
    guard let left = try condition(left, row), let right = try condition(right, row) else {
      return nil
    }
    return "(\(left) \(word) \(right))"
  }

  private func compared(
    _ left: Expression, _ comparison: Expression.Comparison, _ right: Expression, _ row: Relation
  ) throws -> String? {
    guard let left = try column(left, row), let right = try column(right, row),
      left.kind == right.kind
    else { return nil }
    if left.kind == .id {
      // Literals may be equal in another form; nodes are not.
      guard left.isNode || right.isNode, comparison == .equal || comparison == .notEqual else {
        return nil
      }
    }
    return "(\(left.sql) \(comparison.rawValue) \(right.sql))"
  }

  /// A pattern that shares variables with the row it is tested for.
  private func exists(_ algebra: Algebra, _ row: Relation) throws -> String? {
    guard let inner = try relation(of: algebra, bound: Set(row.variables)),
      algebra.isPlainPattern
    else { return nil }
    let shared = inner.variables.compactMap { variable -> (Relation.Column, Relation.Column)? in
      guard let outer = row.columns[variable], let column = inner.columns[variable] else {
        return nil
      }
      return (outer, column)
    }
    guard shared.allSatisfy({ !$0.isNullable && !$1.isNullable && $0.kind == $1.kind }) else {
      return nil
    }
    var tested = inner
    tested.conditions += shared.map { "\($0.sql) = \($1.sql)" }
    tested.order = []
    return "EXISTS (\(tested.clause(["1"])))"
  }
}

extension Algebra {
  /// Without filters, which would see the outer variables, and without scopes of its own.
  fileprivate var isPlainPattern: Bool {
    switch self {
    case .basic, .path: true
    case .join(let left, let right): left.isPlainPattern && right.isPlainPattern
    default: false
    }
  }
}
