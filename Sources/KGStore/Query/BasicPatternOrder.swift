internal import KGModel
internal import KGSPARQL

/// Orders the patterns of a basic graph pattern for their join and estimates the rows.
struct BasicPatternOrder {
  /// Counts the triples with an object and a predicate, or any predicate, up to a limit.
  let count: (_ predicate: Term?, _ object: Term) throws -> Double
  /// The statistics of a predicate; `nil` for an unknown one.
  let statistics: (_ predicate: Term) throws -> PredicateFigures?

  struct Step {
    let pattern: TriplePattern
    /// The estimated rows after its join.
    let rows: Double
    /// Whether nearly every subject has one object, and nearly every object one subject.
    let isFunction: (fromSubject: Bool, fromObject: Bool)
  }

  /// Large enough to be the last choice.
  private static let manyRows = 1e15

  /// Greedy: the next pattern is the one with the fewest rows for each row so far.
  func ordered(
    _ patterns: [TriplePattern], bound: Set<Variable>
  ) throws -> [Step] {
    var rest = patterns
    var bound = bound
    var ordered: [Step] = []
    var rows = 1.0
    while !rest.isEmpty {
      let factors = try rest.map { try factor($0, bound) }
      let best = factors.indices.min { factors[$0] < factors[$1] } ?? 0
      rows = min(rows * factors[best], Self.manyRows)
      let next = rest.remove(at: best)
      ordered.append(Step(pattern: next, rows: rows, isFunction: try isFunction(next)))
      bound.formUnion(next.variables)
    }
    return ordered
  }

  private func isFunction(
    _ pattern: TriplePattern
  ) throws -> (fromSubject: Bool, fromObject: Bool) {
    guard let statistics = try pattern.predicate.term.flatMap(statistics) else {
      return (false, false)
    }
    let limit = statistics.triples - statistics.triples / 50
    return (statistics.subjects >= limit, statistics.objects >= limit)
  }

  /// The estimated rows of a pattern for each row so far.
  private func factor(_ pattern: TriplePattern, _ bound: Set<Variable>) throws -> Double {
    func isBound(_ place: PatternTerm) -> Bool {
      place.variable.map(bound.contains) ?? true
    }
    let (hasSubject, hasObject) = (isBound(pattern.subject), isBound(pattern.object))
    let constantCount = try pattern.object.term.map { try count(pattern.predicate.term, $0) }
    guard let predicate = pattern.predicate.term else {
      // There are no statistics over all predicates: these are guesses.
      switch (hasSubject, hasObject) {
      case (true, true): return isBound(pattern.predicate) ? 0.5 : 1
      case (true, false): return isBound(pattern.predicate) ? 2 : 10
      case (false, true): return isBound(pattern.predicate) ? 5 : 20
      case (false, false): return isBound(pattern.predicate) ? 100_000 : 1_000_000
      }
    }
    guard let statistics = try statistics(predicate), statistics.triples > 0 else {
      // No triple has the predicate, or had it when predicates were counted.
      return hasSubject || hasObject ? 0.1 : 10
    }
    let (triples, subjects, objects) = (
      Double(statistics.triples), Double(max(statistics.subjects, 1)),
      Double(max(statistics.objects, 1))
    )
    switch (hasSubject, hasObject) {
    case (true, true): return min(1, max((constantCount ?? triples / objects) / subjects, 0.05))
    case (true, false): return triples / subjects
    case (false, true): return constantCount.map { max($0, 0.1) } ?? triples / objects
    case (false, false): return triples
    }
  }
}
