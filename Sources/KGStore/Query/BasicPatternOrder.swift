internal import KGModel
internal import KGSPARQL

/// In which order the patterns of a basic graph pattern are joined, and how many rows that gives.
struct BasicPatternOrder {
  /// How many triples agree with constants; asked for patterns with an object.
  let count: (_ predicate: Term?, _ object: Term) throws -> Double

  /// Greedy: next comes the pattern that gives the fewest rows for each row so far.
  func ordered(
    _ patterns: [TriplePattern], bound: Set<Variable>
  ) throws -> (patterns: [TriplePattern], rows: Double) {
    var rest = patterns
    var bound = bound
    var ordered: [TriplePattern] = []
    var rows = 1.0
    while !rest.isEmpty {
      let factors = try rest.map { try factor($0, bound) }
      let best = factors.indices.min { factors[$0] < factors[$1] } ?? 0
      rows *= factors[best]
      let next = rest.remove(at: best)
      ordered.append(next)
      bound.formUnion(next.variables)
    }
    return (ordered, rows)
  }

  /// Rows of a pattern for each row so far.
  private func factor(_ pattern: TriplePattern, _ bound: Set<Variable>) throws -> Double {
    func isBound(_ place: PatternTerm) -> Bool {
      place.variable.map(bound.contains) ?? true
    }
    let hasPredicate = isBound(pattern.predicate)
    switch (isBound(pattern.subject), isBound(pattern.object)) {
    case (true, true): return hasPredicate ? 0.5 : 1
    case (true, false): return hasPredicate ? 2 : 10
    case (false, true):
      if let object = pattern.object.term, pattern.predicate.variable == nil {
        return try max(count(pattern.predicate.term, object), 0.1)
      }
      return hasPredicate ? 5 : 20
    case (false, false): return hasPredicate ? 100_000 : 1_000_000
    }
  }
}
