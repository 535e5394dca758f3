internal import KGModel
internal import KGQuerySource
internal import KGSPARQL

/// Makes a plan of algebra: the source answers the parts that it can, steps over rows do the rest.
struct Planner {
  let source: any QuerySource
  /// The run during which a pattern is planned, which releases the terms of the pattern at its end; `nil` for plans
  /// that are kept.
  private let run: QueryRun?
  private let costs = Costs()
  private let tuning = QueryTuning.current

  init(source: any QuerySource, run: QueryRun? = nil) {
    self.source = source
    self.run = run
  }

  /// The costs of the parts of joins. Without them, nested parts would be planned once more at each level.
  private final class Costs {
    struct Part: Hashable {
      let algebra: Algebra
      let graph: ActiveGraph
      let bindings: Set<Variable>
    }
    var known: [Part: Double] = [:]
  }

  /// Estimated rows of a part, or rows for one value of its bindings.
  func cost(
    _ algebra: Algebra, _ graph: ActiveGraph, bindings: Set<Variable>
  ) throws -> Double {
    let part = Costs.Part(algebra: algebra, graph: graph, bindings: bindings)
    if let known = costs.known[part] { return known }
    let step = try step(algebra, graph, bindings: bindings)
    let cost = step.bindings.isEmpty ? step.estimatedRows : min(step.estimatedRows, 10)
    costs.known[part] = cost
    return cost
  }

  /// - Throws: ``QueryError/unknownFunction(_:)``, ``QueryError/depth(_:)``, and errors of the source.
  func plan(_ algebra: Algebra) throws -> any PlanStep {
    try step(AlgebraNormalizer.normalized(algebra), .default)
  }

  /// - Parameter wanted: Variables whose values may be given when the step is opened.
  func step(
    _ algebra: Algebra, _ graph: ActiveGraph, bindings wanted: Set<Variable> = []
  ) throws -> any PlanStep {
    let bindings = algebra.variables.filter(
      wanted.intersection(algebra.certainVariables).contains)
    if let part = try source.prepared(algebra, graph: graph, bindings: bindings) {
      return try sourceStep(part, algebra, graph, bindings)
    }
    switch algebra {
    // The source answers these.
    case .path: return ValuesStep(algebra.variables, [])
    case .basic(let patterns): return try basic(patterns, graph, bindings: wanted)
    case .values(let variables, let rows):
      return ValuesStep(variables, try rows.map { try $0.map(termID) })
    case .join(let parts): return try join(parts, graph, bindings: wanted)
    case .leftJoin(let left, let right, let condition):
      return try leftJoin(left, right, condition, graph, bindings: wanted)
    case .union(let parts):
      let steps = try parts.map { try step($0, graph, bindings: Set(bindings)) }
      return UnionStep(steps, variables: algebra.variables, bindings: bindings)
    case .minus(let left, let right):
      let first = try step(left, graph, bindings: wanted)
      return try joined(.minus, first, left.certainVariables, right, graph)
    case .filter(let condition, let inner):
      return try filtered(
        try step(inner, graph, bindings: wanted), condition.conjuncts, inner, graph)
    case .extend(let inner, let assignments):
      return try extend(inner, assignments, graph, bindings: wanted)
    case .graph(let name, let inner): return try self.graph(name, inner)
    case .service(let name, let inner, let isSilent):
      let text = name.term?.iri.map { "<\($0.value)>" } ?? "?\(name.variable?.name ?? "")"
      return ServiceStep(text, variables: inner.variables, isSilent: isSilent)
    case .group(let inner, let keys, let aggregates):
      return try group(inner, keys, aggregates, graph, bindings: bindings)
    // The source cannot drop the duplicates here, and they do no harm.
    case .project(let inner, let variables), .reduced(.project(let inner, let variables)):
      return ProjectStep(
        try step(inner, graph, bindings: wanted.intersection(variables)), variables)
    case .distinct(let inner), .reduced(let inner):
      return DistinctStep(try step(inner.reducible, graph, bindings: wanted))
    case .orderBy(let inner, let conditions):
      return try order(inner, conditions, graph, bindings: wanted)
    case .slice(let inner, let offset, let limit): return try slice(inner, offset, limit, graph)
    }
  }

  /// A part that the source answers, with the conditions that it leaves; a large one is split.
  private func sourceStep(
    _ part: any PreparedPart, _ algebra: Algebra, _ graph: ActiveGraph, _ bindings: [Variable]
  ) throws -> any PlanStep {
    if bindings.isEmpty, part.estimatedRows > tuning.rowsWorthSplitting,
      let step = try split(algebra, part.estimatedRows, graph)
    {
      return step
    }
    let step = SourceStep(part, bindings: bindings)
    guard case .reduced(.project(let inner, let variables)) = algebra else {
      return try filtered(step, part.residualConditions, algebra, graph)
    }
    return ProjectStep(try filtered(step, part.residualConditions, inner, graph), variables)
  }

  /// 0 for `nil`.
  private func termID(_ term: Term?) throws -> Int64 {
    guard let term else { return 0 }
    return try run?.termID(term) ?? source.termID(of: term)
  }

  // MARK: Order

  private func order(
    _ inner: Algebra, _ conditions: [OrderCondition], _ graph: ActiveGraph,
    bindings: Set<Variable>
  ) throws -> any PlanStep {
    let input = try step(inner, graph, bindings: bindings)
    return OrderStep(
      input,
      try conditions.map {
        OrderStep.Condition(
          key: try StepExpression($0.expression, input.variables, graph),
          isDescending: $0.descending)
      })
  }

  private func slice(
    _ inner: Algebra, _ offset: Int, _ limit: Int?, _ graph: ActiveGraph
  ) throws -> any PlanStep {
    var input: any PlanStep
    if case .distinct(let rows) = inner {
      // The first rows should come soon, so duplicates are dropped as they come and not before a join.
      input = DistinctStep(try step(rows, graph))
    } else {
      input = try step(inner, graph)
    }
    if let limit, limit < .max - offset { input = input.limited(to: offset + limit) }
    return SliceStep(input, offset: offset, limit: limit)
  }

  // MARK: Graphs

  private func graph(_ name: PatternTerm, _ inner: Algebra) throws -> any PlanStep {
    switch name {
    case .variable(let variable): return GraphStep(variable, inner)
    case .term(let term):
      let graph = try termID(term)
      guard try source.namedGraphs().contains(graph) else {
        return ValuesStep(inner.variables, [])
      }
      return try step(inner, .named(graph))
    }
  }
}

extension Algebra {
  /// The same where the number of equal rows does not matter.
  fileprivate var reducible: Algebra {
    if case .project = self { .reduced(self) } else { self }
  }
}
