import KGModel
import KGSPARQL

@testable import KGQuery

/// A solution as the recommendation has it: a partial function from variables to terms.
typealias Solution = [Variable: Term]

/// SPARQL's algebra as its definitions read (SPARQL 1.1 Query Language, section 18.5): from the inside out, all
/// solutions at once, over triples in memory. Slow, and the measure of the fast engine.
struct PlainEvaluator {
  let quads: Set<Quad>
  private let functions = FunctionContext()
  private let graphs: [Term?: GraphIndex]

  /// The triples of a graph, by what a pattern can know of them.
  private struct GraphIndex {
    let triples: [Triple]
    let byPredicate: [IRI: [Triple]]
    let bySubject: [Term: [Triple]]
    let byObject: [Term: [Triple]]

    init(_ triples: [Triple]) {
      self.triples = triples
      byPredicate = Dictionary(grouping: triples, by: \.predicate)
      bySubject = Dictionary(grouping: triples, by: \.subject)
      byObject = Dictionary(grouping: triples, by: \.object)
    }
  }

  init(_ quads: some Sequence<Quad>) {
    self.quads = Set(quads)
    graphs = Dictionary(grouping: self.quads, by: \.graph)
      .mapValues { GraphIndex($0.map(\.triple)) }
  }

  func solutions(of query: Query) throws -> [Solution] {
    try solutions(of: query.algebra, graph: nil)
  }

  private func triples(_ graph: Term?) -> [Triple] { graphs[graph]?.triples ?? [] }

  /// The fewest triples among which those of a pattern are.
  private func candidates(_ graph: Term?, _ pattern: TriplePattern, _ solution: Solution)
    -> [Triple]
  {
    guard let index = graphs[graph] else { return [] }
    func term(_ place: PatternTerm) -> Term? {
      place.term ?? place.variable.flatMap { solution[$0] }
    }
    return [
      term(pattern.subject).map { index.bySubject[$0] ?? [] },
      term(pattern.predicate)?.iri.map { index.byPredicate[$0] ?? [] },
      term(pattern.object).map { index.byObject[$0] ?? [] },
    ].compactMap { $0 }.min { $0.count < $1.count } ?? index.triples
  }

  // MARK: Algebra

  func solutions(of algebra: Algebra, graph: Term?) throws -> [Solution] {
    func part(_ algebra: Algebra) throws -> [Solution] { try solutions(of: algebra, graph: graph) }
    switch algebra {
    case .basic(let patterns):
      return patterns.reduce([[:]]) { solutions, pattern in
        solutions.flatMap { solution in
          candidates(graph, pattern, solution).compactMap { extended(solution, pattern, by: $0) }
        }
      }
    case .path(let subject, let path, let object):
      return PlainPaths(triples(graph)).solutions(subject, path, object)
    case .join(let parts):
      return try parts.reduce([[:]]) { Self.joined($0, try part($1)) }
    case .union(let parts): return try parts.flatMap(part)
    case .leftJoin(let left, let right, let condition):
      let (left, right) = (try part(left), try part(right))
      return try left.flatMap { solution in
        let partners = try Self.joined([solution], right).filter { joined in
          try condition.map { try isTrue($0, joined, graph) } ?? true
        }
        return partners.isEmpty ? [solution] : partners
      }
    case .minus(let left, let right):
      let right = try part(right)
      return try part(left).filter { solution in
        !right.contains { other in
          Self.merged(solution, other) != nil && !Set(solution.keys).isDisjoint(with: other.keys)
        }
      }
    case .filter(let condition, let inner):
      return try part(inner).filter { try isTrue(condition, $0, graph) }
    case .extend(let inner, let assignments):
      return try part(inner).map { solution in
        var solution = solution
        for assignment in assignments {
          solution[assignment.variable] = try value(assignment.expression, solution, graph)
        }
        return solution
      }
    case .values(let variables, let rows):
      return rows.map { row in
        var solution: Solution = [:]
        for (variable, term) in zip(variables, row) { solution[variable] = term }
        return solution
      }
    case .graph(.term(let name), let inner):
      return quads.contains { $0.graph == name } ? try solutions(of: inner, graph: name) : []
    case .graph(.variable(let variable), let inner):
      return try Set(quads.compactMap(\.graph)).flatMap { name in
        Self.joined(try solutions(of: inner, graph: name), [[variable: name]])
      }
    case .service: return []
    case .group(let inner, let keys, let aggregates):
      return try grouped(try part(inner), keys, aggregates, graph)
    case .project(let inner, let variables):
      return try part(inner).map { $0.filter { variables.contains($0.key) } }
    case .distinct(let inner), .reduced(let inner):
      var seen: Set<Solution> = []
      return try part(inner).filter { seen.insert($0).inserted }
    case .orderBy(let inner, let conditions): return try ordered(try part(inner), conditions, graph)
    case .slice(let inner, let offset, let limit):
      return Array(try part(inner).dropFirst(offset).prefix(limit ?? .max))
    }
  }

  private func extended(_ solution: Solution, _ pattern: TriplePattern, by triple: Triple)
    -> Solution?
  {
    let terms: [(PatternTerm, Term)] = [
      (pattern.subject, triple.subject), (pattern.predicate, .iri(triple.predicate)),
      (pattern.object, triple.object),
    ]
    return terms.reduce(solution) { solution, place in
      switch place.0 {
      case .term(let term): return term == place.1 ? solution : nil
      case .variable(let variable):
        return solution.flatMap { Self.merged($0, [variable: place.1]) }
      }
    }
  }

  /// The union of two compatible solutions.
  static func merged(_ left: Solution, _ right: Solution) -> Solution? {
    var isCompatible = true
    let result = left.merging(right) { a, b in
      if a != b { isCompatible = false }
      return a
    }
    return isCompatible ? result : nil
  }

  private static func joined(_ left: [Solution], _ right: [Solution]) -> [Solution] {
    left.flatMap { solution in right.compactMap { merged(solution, $0) } }
  }

  private func ordered(
    _ solutions: [Solution], _ conditions: [OrderCondition], _ graph: Term?
  ) throws -> [Solution] {
    let keys = try solutions.map { solution in
      try conditions.map { try value($0.expression, solution, graph) }
    }
    let places = solutions.indices.sorted { left, right in
      for (index, condition) in conditions.enumerated() {
        switch Self.order(keys[left][index], keys[right][index]) {
        case .same: continue
        case .before: return !condition.descending
        case .after: return condition.descending
        }
      }
      return left < right
    }
    return places.map { solutions[$0] }
  }

  private static func order(_ left: Term?, _ right: Term?) -> ValueOrder {
    SortKey(left).compare(to: SortKey(right))
  }

  // MARK: Groups

  private func grouped(
    _ solutions: [Solution], _ keys: [Variable], _ aggregates: [AggregateBinding], _ graph: Term?
  ) throws -> [Solution] {
    var groups = Dictionary(grouping: solutions) { solution in
      solution.filter { keys.contains($0.key) }
    }
    if keys.isEmpty, groups.isEmpty { groups[[:]] = [] }
    return try groups.map { key, members in
      var result = key
      for binding in aggregates {
        result[binding.variable] = try aggregate(binding.aggregate, members, graph)
      }
      return result
    }
  }

  private func aggregate(
    _ aggregate: Aggregate, _ members: [Solution], _ graph: Term?
  ) throws -> Term? {
    guard let argument = aggregate.argument else {
      // Variables that the parser introduces are not part of a solution.
      let shown = members.map { $0.filter { $0.key.isVisible } }
      return .integer(aggregate.distinct ? Set(shown).count : shown.count)
    }
    let values = try members.map { try value(argument, $0, graph) }
    var terms = values.compactMap { $0 }
    if aggregate.distinct {
      var seen: Set<Term> = []
      terms = terms.filter { seen.insert($0).inserted }
    }
    switch aggregate.function {
    case .count: return .integer(terms.count)
    case .min, .sample: return terms.min { Self.order($0, $1) == .before }
    case .max: return terms.max { Self.order($0, $1) == .before }
    case .groupConcat:
      return .string(terms.compactMap(BuiltIns.string).joined(separator: aggregate.separator))
    case .sum, .avg:
      guard !values.contains(nil) else { return nil }
      let sum = terms.reduce(Optional(Numeric.integer(0))) { sum, term in
        sum.flatMap { sum in Numeric(term).flatMap { Numeric.calculate(sum, .add, $0) } }
      }
      if aggregate.function == .sum || terms.isEmpty { return sum?.term }
      return sum.flatMap { Numeric.calculate($0, .divide, .integer(terms.count)) }?.term
    }
  }

  // MARK: Expressions

  private func isTrue(_ expression: Expression, _ solution: Solution, _ graph: Term?) throws -> Bool
  {
    try truth(expression, solution, graph) ?? false
  }

  private func truth(
    _ expression: Expression, _ solution: Solution, _ graph: Term?
  ) throws -> Bool? {
    switch expression {
    case .or(let parts):
      let values = try parts.map { try truth($0, solution, graph) }
      return values.contains(true) ? true : values.contains(nil) ? nil : false
    case .and(let parts):
      let values = try parts.map { try truth($0, solution, graph) }
      return values.contains(false) ? false : values.contains(nil) ? nil : true
    case .not(let inner): return try truth(inner, solution, graph).map { !$0 }
    case .exists(let pattern):
      return try !solutions(of: pattern.substituting(solution), graph: graph).isEmpty
    default: return try value(expression, solution, graph).flatMap(Value.truth)
    }
  }

  private func value(
    _ expression: Expression, _ solution: Solution, _ graph: Term?
  ) throws -> Term? {
    func part(_ expression: Expression) throws -> Term? { try value(expression, solution, graph) }
    switch expression {
    case .term(let term): return term
    case .variable(let variable): return solution[variable]
    case .or, .and, .not, .exists:
      return try truth(expression, solution, graph).map(Term.boolean)
    case .compare(let left, let comparison, let right):
      guard let left = try part(left), let right = try part(right) else { return nil }
      return Value.compare(left, comparison, right).map(Term.boolean)
    case .arithmetic(let first, let rest):
      return try rest.reduce(part(first).flatMap { Numeric($0) }) { left, operation in
        guard let left, let right = try part(operation.operand).flatMap({ Numeric($0) }) else {
          return nil
        }
        return Numeric.calculate(left, operation.sign, right)
      }?.term
    case .negate(let inner): return try part(inner).flatMap { Numeric($0) }?.negated?.term
    case .isIn(let item, let list):
      return try truth(.or(list.map { .compare(item, .equal, $0) }), solution, graph)
        .map(Term.boolean)
    case .call(.bound, let arguments): return .boolean(try part(arguments[0]) != nil)
    case .call(.if, let arguments):
      return try truth(arguments[0], solution, graph).flatMap { try part(arguments[$0 ? 1 : 2]) }
    case .call(.coalesce, let arguments):
      return try arguments.lazy.map(part).first { $0 != nil } ?? nil
    case .call(let function, let arguments):
      let terms = try arguments.compactMap(part)
      return terms.count == arguments.count ? BuiltIns.call(function, terms, functions) : nil
    case .function(let name, let arguments):
      return try part(arguments[0]).flatMap { Casts.cast($0, to: name) }
    case .aggregate: return nil
    }
  }
}
