internal import GRDB
public import KGModel
public import KGSPARQL

extension GraphStore: PatternSource {
  public func triples(subject: Term?, predicate: Term?, object: Term?) throws -> [Triple] {
    let pattern = TriplePattern(
      subject.map(PatternTerm.term) ?? .variable(Variable("s")),
      predicate.map(PatternTerm.term) ?? .variable(Variable("p")),
      object.map(PatternTerm.term) ?? .variable(Variable("o")))
    guard let table = try solutions(of: .basic([pattern])) else { return [] }
    let column = { (name: String) in table.variables.firstIndex(of: Variable(name)) }
    let (s, p, o) = (column("s"), column("p"), column("o"))
    return table.rows.compactMap { row in
      guard let subject = s.flatMap({ row[$0] }) ?? subject,
        let object = o.flatMap({ row[$0] }) ?? object,
        let predicate = (p.flatMap { row[$0] } ?? predicate)?.iri
      else { return nil }
      return Triple(subject, predicate, object)
    }
  }

  /// Basic graph patterns are one SQL statement; everything else is left to the evaluator.
  public func solutions(of algebra: Algebra) throws -> SolutionTable? {
    guard case .basic(let patterns) = algebra, !patterns.isEmpty else { return nil }
    return try read { database in
      guard let query = try Self.compile(patterns, database) else {
        return SolutionTable(variables: Self.variables(of: patterns), rows: [])
      }
      let reader = TripleReader(database)
      let rows = try Row.fetchCursor(
        database.cachedStatement(sql: query.sql), arguments: StatementArguments(query.arguments))
      var solutions: [[Term?]] = []
      while let row = try rows.next() {
        solutions.append(try query.variables.indices.map { try reader.term(row[$0]) })
      }
      return SolutionTable(variables: query.variables, rows: solutions)
    }
  }

  /// The SQL of a query's basic graph patterns.
  public func explain(_ algebra: Algebra) throws -> String {
    try read { database in
      try algebra.basicPatterns.map { patterns in
        try Self.compile(patterns, database)?.sql ?? "no solutions: a constant is not in the graph"
      }.joined(separator: "\n")
    }
  }

  /// A constant that is a member of an entity stands for the entity.
  private static func compile(
    _ patterns: [TriplePattern], _ database: Database
  ) throws -> BasicPatternSQL? {
    let dictionary = TermDictionary(database)
    let entities = EntityIndex(database)
    return try BasicPatternSQL(patterns) { term in
      try dictionary.id(of: term).map { try entities.entity(of: $0.rawValue) }
    }
  }

  private static func variables(of patterns: [TriplePattern]) -> [Variable] {
    var variables: [Variable] = []
    for pattern in patterns {
      for case .variable(let variable) in [pattern.subject, pattern.predicate, pattern.object]
      where !variables.contains(variable) {
        variables.append(variable)
      }
    }
    return variables
  }
}

extension Algebra {
  /// Every basic graph pattern in the algebra, from left to right.
  var basicPatterns: [[TriplePattern]] {
    switch self {
    case .basic(let patterns): patterns.isEmpty ? [] : [patterns]
    case .path, .values: []
    case .join(let left, let right), .leftJoin(let left, let right, _), .union(let left, let right),
      .minus(let left, let right):
      left.basicPatterns + right.basicPatterns
    case .filter(_, let inner), .extend(let inner, _, _), .group(let inner, _, _),
      .project(let inner, _),
      .distinct(let inner), .orderBy(let inner, _), .slice(let inner, _, _):
      inner.basicPatterns
    }
  }
}
