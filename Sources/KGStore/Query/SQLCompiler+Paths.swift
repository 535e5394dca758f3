internal import KGModel
internal import KGSPARQL

/// Property paths as tables of pairs; what repeats is a recursive query.
extension SQLCompiler {
  /// - Returns: `nil` for an end that the graph lacks: an empty path leads from it to itself.
  func relation(
    from subject: PatternTerm, _ path: PropertyPath, to object: PatternTerm
  ) throws -> Relation? {
    switch (subject, object) {
    case (.term(let start), .variable(let variable)):
      return try reached(from: start, path, as: variable)
    case (.variable(let variable), .term(let end)):
      return try reached(from: end, .inverse(path), as: variable)
    case (.term(let start), .term(let end)):
      let arrival = Variable(".arrival")
      guard try isKnown(end), var relation = try reached(from: start, path, as: arrival),
        let column = relation.columns[arrival]
      else { return nil }
      relation.conditions.append("\(column.sql) = \(try id(of: end))")
      relation.keep([])
      return relation
    case (.variable(let start), .variable(let end)):
      let table = alias()
      var relation = Relation()
      relation.from = "(\(try pairs(path))) AS \(table)"
      relation.add(start, .init(sql: "\(table).s", kind: .id, isNullable: false))
      if start == end {
        relation.conditions.append("\(table).s = \(table).o")
      } else {
        relation.add(end, .init(sql: "\(table).o", kind: .id, isNullable: false))
      }
      return relation
    }
  }

  /// The ends of the paths from a constant.
  private func reached(
    from start: Term, _ path: PropertyPath, as variable: Variable
  ) throws -> Relation? {
    guard try isKnown(start) else { return nil }
    let number = try id(of: start)
    let table = alias()
    var relation = Relation()
    if let (step, includesStart) = path.closure {
      let first =
        includesStart
        ? "SELECT \(number)" : "SELECT o FROM (\(try pairs(step))) WHERE s = \(number)"
      relation.from = """
        (WITH RECURSIVE \(table)r(o) AS (\(first) UNION \
        SELECT e.o FROM \(table)r CROSS JOIN (\(try pairs(step))) AS e ON e.s = \(table)r.o) \
        SELECT o FROM \(table)r) AS \(table)
        """
    } else {
      relation.from = "(\(try pairs(path))) AS \(table)"
      relation.conditions = ["\(table).s = \(number)"]
    }
    relation.add(variable, .init(sql: "\(table).o", kind: .id, isNullable: false))
    return relation
  }

  /// A statement with the columns `s` and `o`: what the path connects.
  private func pairs(_ path: PropertyPath) throws -> String {
    switch path {
    case .predicate(let iri):
      return "SELECT s, o FROM spo WHERE p = \(try id(of: .iri(iri)))"
    case .inverse(.predicate(let iri)):
      return "SELECT o AS s, s AS o FROM pos WHERE p = \(try id(of: .iri(iri)))"
    case .inverse(let inner): return "SELECT o AS s, s AS o FROM (\(try pairs(inner)))"
    case .sequence(let first, let second):
      let (a, b) = (alias(), alias())
      return """
        SELECT \(a).s AS s, \(b).o AS o FROM (\(try pairs(first))) AS \(a) \
        JOIN (\(try pairs(second))) AS \(b) ON \(a).o = \(b).s
        """
    case .alternative(let first, let second):
      return "\(try pairs(first)) UNION ALL \(try pairs(second))"
    case .zeroOrOne(let inner): return "\(Self.everyNode) UNION \(try pairs(inner))"
    case .zeroOrMore(let step), .oneOrMore(let step):
      let table = alias()
      let isReflexive = if case .zeroOrMore = path { true } else { false }
      return """
        WITH RECURSIVE \(table)r(s, o) AS (\(isReflexive ? Self.everyNode : try pairs(step)) UNION \
        SELECT \(table)r.s, e.o FROM \(table)r JOIN (\(try pairs(step))) AS e ON e.s = \(table)r.o) \
        SELECT s, o FROM \(table)r
        """
    }
  }

  /// Every node with itself: where a path may be empty.
  private static let everyNode =
    "SELECT s, s AS o FROM spo UNION SELECT o AS s, o FROM spo"
}

extension PropertyPath {
  /// The step that repeats, and whether none is enough; `nil` for a path that does not repeat.
  fileprivate var closure: (step: PropertyPath, includesStart: Bool)? {
    switch self {
    case .zeroOrMore(let step): (step, true)
    case .oneOrMore(let step): (step, false)
    case .inverse(.zeroOrMore(let step)): (.inverse(step), true)
    case .inverse(.oneOrMore(let step)): (.inverse(step), false)
    default: nil
    }
  }
}
