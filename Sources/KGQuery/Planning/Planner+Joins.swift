internal import KGQuerySource
internal import KGSPARQL

extension Planner {
  /// An empty pattern, or one that is too large for the source and is joined from two halves.
  func basic(
    _ patterns: [TriplePattern], _ graph: ActiveGraph, bindings: Set<Variable>
  ) throws -> any PlanStep {
    guard patterns.count > 1 else { return ValuesStep([], [[]]) }
    let halves = [patterns.prefix(patterns.count / 2), patterns.dropFirst(patterns.count / 2)]
    return try join(halves.map { .basic(Array($0)) }, graph, bindings: bindings)
  }

  /// Joins the part with the fewest rows first, then parts that share variables with it.
  func join(
    _ parts: [Algebra], _ graph: ActiveGraph, bindings: Set<Variable>
  ) throws -> any PlanStep {
    var rest = try parts.map {
      (algebra: $0, cost: try cost($0, graph, bindings: bindings), certain: $0.certainVariables)
    }
    func cheapest(_ isWanted: (Set<Variable>) -> Bool) -> Int? {
      rest.indices.filter { isWanted(rest[$0].certain) }.min { rest[$0].cost < rest[$1].cost }
    }
    guard let first = cheapest({ _ in true }) else { return ValuesStep([], [[]]) }
    let start = rest.remove(at: first)
    var result = try step(start.algebra, graph, bindings: bindings)
    var known = start.certain
    while !rest.isEmpty {
      let next = cheapest { !known.isDisjoint(with: $0) } ?? cheapest { _ in true } ?? 0
      let right = rest.remove(at: next)
      result = try joined(.inner, result, known, right.algebra, graph)
      known.formUnion(right.certain)
    }
    return result
  }

  func leftJoin(
    _ left: Algebra, _ right: Algebra, _ condition: Expression?, _ graph: ActiveGraph,
    bindings: Set<Variable>
  ) throws -> any PlanStep {
    let first = try step(left, graph, bindings: bindings)
    let known = left.certainVariables
    guard let condition else {
      return try joined(.left(condition: nil), first, known, right, graph)
    }
    // Conditions on the right side alone become a filter of it.
    let (own, shared) = condition.conjuncts.separated {
      !$0.hasExists && Set($0.variables).isSubset(of: right.certainVariables)
    }
    let filtered = own.isEmpty ? right : AlgebraNormalizer.normalized(.filter(.all(own), right))
    let certain = known.intersection(filtered.certainVariables)
    let second = try step(filtered, graph, bindings: certain)
    let test =
      shared.isEmpty
      ? nil
      : try StepExpression(
        .all(shared), JoinStep.variables(of: first, second, isWider: true), graph)
    return try checked(JoinStep(.left(condition: test), first, second, certain: certain))
  }

  /// - Parameter known: The variables that all rows of the left step bind.
  func joined(
    _ kind: JoinStep.Kind, _ left: any PlanStep, _ known: Set<Variable>, _ right: Algebra,
    _ graph: ActiveGraph
  ) throws -> any PlanStep {
    let certain = known.intersection(right.certainVariables)
    return try checked(
      JoinStep(kind, left, try step(right, graph, bindings: certain), certain: certain))
  }

  /// More nested steps do not fit on the stack of a thread.
  private static let maximumDepth = 400

  /// - Throws: ``QueryError/depth(_:)``.
  private func checked(_ step: any PlanStep) throws -> any PlanStep {
    guard step.shape.depth <= Self.maximumDepth else { throw QueryError.depth(Self.maximumDepth) }
    return step
  }
}
