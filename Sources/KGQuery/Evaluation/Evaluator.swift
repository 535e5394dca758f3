public import KGModel
public import KGSPARQL

/// What a query gives.
public enum QueryResult: Hashable, Sendable {
  case solutions(SolutionTable)
  case boolean(Bool)

  /// No rows, or no.
  public var isEmpty: Bool {
    switch self {
    case .solutions(let table): table.rows.isEmpty
    case .boolean(let value): !value
    }
  }
}

/// Why a query cannot be carried out.
public enum QueryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A function or cast that is not known here.
  case unknownFunction(String)

  public var description: String {
    switch self {
    case .unknownFunction(let name): "the function <\(name)> is not known here"
    }
  }
}

/// One solution: the variables that are bound and their terms.
typealias Solution = [Variable: Term]

/// Carries out a query over a source.
///
/// Each algebra node is first offered to the source; what it declines is evaluated here, plainly, by
/// the definitions of SPARQL 1.1 section 18. Over an ``OracleSource`` nothing is delegated, which makes
/// this evaluator the oracle of the tests.
public struct Evaluator {
  let source: any PatternSource

  public init(source: any PatternSource) {
    self.source = source
  }

  /// - Throws: what the source throws, or ``QueryError``.
  public func evaluate(_ query: Query) throws -> QueryResult {
    let solutions = try solutions(of: query.algebra)
    switch query.form {
    case .ask: return .boolean(!solutions.isEmpty)
    case .select:
      let rows = solutions.map { solution in query.variables.map { solution[$0] } }
      return .solutions(SolutionTable(variables: query.variables, rows: rows))
    }
  }

  // MARK: Algebra

  func solutions(of algebra: Algebra) throws -> [Solution] {
    if let table = try source.solutions(of: algebra) {
      return table.rows.map { row in
        var solution: Solution = [:]
        for (variable, term) in zip(table.variables, row) { solution[variable] = term }
        return solution
      }
    }
    switch algebra {
    case .basic(let patterns): return try basic(patterns)
    case .path(let subject, let path, let object):
      return try PathEvaluator(source: source).solutions(subject, path, object)
    case .join(let left, let right): return join(try solutions(of: left), try solutions(of: right))
    case .leftJoin(let left, let right, let condition):
      return try leftJoin(try solutions(of: left), try solutions(of: right), condition)
    case .union(let left, let right): return try solutions(of: left) + solutions(of: right)
    case .minus(let left, let right):
      return minus(try solutions(of: left), try solutions(of: right))
    case .filter(let expression, let inner):
      return try solutions(of: inner).filter { try isTrue(expression, $0) }
    case .extend(let inner, let variable, let expression):
      return try solutions(of: inner).map { solution in
        var extended = solution
        if let term = try value(expression, solution) { extended[variable] = term }
        return extended
      }
    case .values(let variables, let rows):
      return rows.map { row in
        var solution: Solution = [:]
        for (variable, term) in zip(variables, row) { solution[variable] = term }
        return solution
      }
    case .group(let inner, let keys, let aggregates):
      return try Grouping(keys: keys, aggregates: aggregates).solutions(try solutions(of: inner)) {
        try value($0, $1)
      }
    case .project(let inner, let variables):
      let wanted = Set(variables)
      return try solutions(of: inner).map { $0.filter { wanted.contains($0.key) } }
    case .distinct(let inner):
      var seen: Set<Solution> = []
      return try solutions(of: inner).filter { seen.insert($0).inserted }
    case .orderBy(let inner, let conditions):
      return try ordered(try solutions(of: inner), conditions)
    case .slice(let inner, let offset, let limit):
      let rest = try solutions(of: inner).dropFirst(offset)
      return Array(limit.map { rest.prefix($0) } ?? rest)
    }
  }

  /// Triple pattern by triple pattern, each with what is bound so far.
  private func basic(_ patterns: [TriplePattern]) throws -> [Solution] {
    var solutions: [Solution] = [[:]]
    for pattern in patterns {
      solutions = try solutions.flatMap { solution in
        func term(_ place: PatternTerm) -> Term? {
          switch place {
          case .term(let term): term
          case .variable(let variable): solution[variable]
          }
        }
        let found = try source.triples(
          subject: term(pattern.subject), predicate: term(pattern.predicate),
          object: term(pattern.object))
        return found.compactMap { triple -> Solution? in
          var extended = solution
          for (place, term) in [
            (pattern.subject, triple.subject), (pattern.predicate, .iri(triple.predicate)),
            (pattern.object, triple.object),
          ] {
            guard case .variable(let variable) = place else { continue }
            if let known = extended[variable], known != term { return nil }
            extended[variable] = term
          }
          return extended
        }
      }
    }
    return solutions
  }

  // MARK: Joins

  private func compatible(_ left: Solution, _ right: Solution) -> Bool {
    right.allSatisfy { variable, term in left[variable].map { $0 == term } ?? true }
  }

  private func join(_ left: [Solution], _ right: [Solution]) -> [Solution] {
    let index = JoinIndex(right, sharedWith: left)
    return left.flatMap { solution in
      index.candidates(for: solution).filter { compatible(solution, $0) }
        .map { solution.merging($0) { first, _ in first } }
    }
  }

  private func leftJoin(
    _ left: [Solution], _ right: [Solution], _ condition: Expression?
  ) throws -> [Solution] {
    let index = JoinIndex(right, sharedWith: left)
    return try left.flatMap { solution in
      let joined = try index.candidates(for: solution).filter { compatible(solution, $0) }
        .map { solution.merging($0) { first, _ in first } }
        .filter { joined in try condition.map { try isTrue($0, joined) } ?? true }
      return joined.isEmpty ? [solution] : joined
    }
  }

  private func minus(_ left: [Solution], _ right: [Solution]) -> [Solution] {
    left.filter { solution in
      !right.contains { other in
        other.keys.contains { solution[$0] != nil } && compatible(solution, other)
      }
    }
  }

  // MARK: Order

  private func ordered(_ solutions: [Solution], _ conditions: [OrderCondition]) throws -> [Solution]
  {
    let keyed = try solutions.map { solution in
      (solution: solution, keys: try conditions.map { try value($0.expression, solution) })
    }
    return keyed.enumerated().sorted { left, right in
      for (index, condition) in conditions.enumerated() {
        let order = TermOrder.compare(left.element.keys[index], right.element.keys[index])
        if order != .same { return (order == .before) != condition.descending }
      }
      return left.offset < right.offset
    }.map(\.element.solution)
  }
}

/// Solutions by the terms of the variables that both sides always bind, so that a join looks at few.
private struct JoinIndex {
  private let variables: [Variable]
  private let byKey: [[Term]: [Solution]]

  init(_ solutions: [Solution], sharedWith others: [Solution]) {
    func alwaysBound(_ solutions: [Solution]) -> Set<Variable> {
      guard let first = solutions.first else { return [] }
      return solutions.dropFirst().reduce(into: Set(first.keys)) { $0.formIntersection($1.keys) }
    }
    let variables = Array(alwaysBound(solutions).intersection(alwaysBound(others)))
    self.variables = variables
    byKey = Dictionary(grouping: solutions) { solution in variables.compactMap { solution[$0] } }
  }

  func candidates(for solution: Solution) -> [Solution] {
    byKey[variables.compactMap { solution[$0] }] ?? []
  }
}

/// A source that declines every node: the evaluator then does all the work.
public struct OracleSource: PatternSource {
  private let triples: any TripleSource

  public init(_ triples: any TripleSource) {
    self.triples = triples
  }

  public func triples(subject: Term?, predicate: Term?, object: Term?) throws -> [Triple] {
    try triples.triples(subject: subject, predicate: predicate, object: object)
  }

  public func solutions(of algebra: Algebra) -> SolutionTable? { nil }
}
