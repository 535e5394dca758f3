internal import GRDB
public import KGModel
public import KGSPARQL

extension GraphStore: PatternSource {
  public func triples(subject: Term?, predicate: Term?, object: Term?) throws -> [Triple] {
    try read { database in
      let dictionary = TermDictionary(database)
      let entities = EntityIndex(database)
      var conditions: [String] = []
      var bound: Set<String> = []
      var values: [Int64] = []
      for (column, term) in [("s", subject), ("p", predicate), ("o", object)] {
        guard let term else { continue }
        guard let id = try dictionary.id(of: term)?.rawValue else { return [] }
        conditions.append(column + " = ?")
        bound.insert(column)
        values.append(try entities.entity(of: id))
      }
      let condition = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
      let rows = try Row.fetchCursor(
        database.cachedStatement(
          sql: "SELECT s, p, o FROM \(BasicPatternOrder.index(bound: bound)) AS t" + condition),
        arguments: StatementArguments(values))
      let reader = TripleReader(database)
      var triples: [Triple] = []
      while let row = try rows.next() {
        if let triple = try reader.triple(row) { triples.append(triple) }
      }
      return triples
    }
  }

  /// The rows of one SQL statement, or `nil` for what is left to the evaluator.
  public func solutions(of algebra: Algebra) throws -> SolutionTable? {
    try read { database in
      let compiler = Self.compiler(database)
      guard let relation = try compiler.relation(of: algebra) else { return nil }
      let rows = try Row.fetchCursor(
        database.cachedStatement(sql: relation.select()),
        arguments: StatementArguments(compiler.arguments))
      let reader = TripleReader(database)
      let kinds = relation.variables.compactMap { relation.columns[$0]?.kind }
      var solutions: [[Term?]] = []
      while let row = try rows.next() {
        solutions.append(
          try kinds.enumerated().map { try Self.term(row, $0, $1, reader) })
      }
      return SolutionTable(variables: relation.variables, rows: solutions)
    }
  }

  private static func term(
    _ row: Row, _ index: Int, _ kind: Relation.Kind, _ reader: TripleReader
  ) throws -> Term? {
    switch kind {
    case .id: try (row[index] as Int64?).flatMap { try reader.term($0) }
    case .text: (row[index] as String?).map { .string($0) }
    case .integer: (row[index] as Int?).map { .integer($0) }
    }
  }

  /// The SQL of a query, one statement for each part that is one.
  public func explain(_ algebra: Algebra) throws -> String {
    try read { database in
      try Self.statements(of: algebra, database).joined(separator: ";\n") + ";"
    }
  }

  private static func statements(of algebra: Algebra, _ database: Database) throws -> [String] {
    let compiler = compiler(database)
    if let relation = try compiler.relation(of: algebra) {
      let values = compiler.arguments.enumerated().map { "?\($0 + 1) = '\($1)'" }
      return [([relation.select()] + values).joined(separator: "\n-- ")]
    }
    return try algebra.children.flatMap { try statements(of: $0, database) }
  }

  /// A constant that is a member of an entity stands for the entity.
  private static func compiler(_ database: Database) -> SQLCompiler {
    let dictionary = TermDictionary(database)
    let entities = EntityIndex(database)
    return SQLCompiler { term in
      try dictionary.id(of: term).map { try entities.entity(of: $0.rawValue) }
    }
  }
}

extension Algebra {
  fileprivate var children: [Algebra] {
    switch self {
    case .basic, .path, .values: []
    case .join(let left, let right), .leftJoin(let left, let right, _), .union(let left, let right),
      .minus(let left, let right):
      [left, right]
    case .filter(_, let inner), .extend(let inner, _, _), .group(let inner, _, _),
      .project(let inner, _), .distinct(let inner), .orderBy(let inner, _), .slice(let inner, _, _):
      [inner]
    }
  }
}
