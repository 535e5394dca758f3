internal import KGQuerySource
internal import KGSPARQL

extension Planner {
  /// - Parameter algebra: The part whose solutions the step returns.
  func filtered(
    _ input: any PlanStep, _ conditions: [Expression], _ algebra: Algebra, _ graph: ActiveGraph
  ) throws -> any PlanStep {
    var result = input
    let (patterns, tests) = conditions.separated { $0.joinablePattern != nil }
    if !tests.isEmpty {
      result = FilterStep(
        result, try tests.map { try StepExpression($0, result.variables, graph) })
    }
    for condition in patterns {
      guard let (pattern, isWanted) = condition.joinablePattern else { continue }
      result = try joined(.exists(isWanted), result, algebra.certainVariables, pattern, graph)
    }
    return result
  }

  func extend(
    _ inner: Algebra, _ assignments: [Assignment], _ graph: ActiveGraph, bindings: Set<Variable>
  ) throws -> any PlanStep {
    let input = try step(
      inner, graph, bindings: bindings.subtracting(assignments.map(\.variable)))
    var variables = input.variables
    var expressions: [StepExpression] = []
    for assignment in assignments {
      expressions.append(try StepExpression(assignment.expression, variables, graph))
      variables.append(assignment.variable)
    }
    return ExtendStep(input, assignments.map(\.variable), expressions)
  }

  func group(
    _ inner: Algebra, _ keys: [Variable], _ aggregates: [AggregateBinding], _ graph: ActiveGraph,
    bindings: [Variable]
  ) throws -> any PlanStep {
    var inner = inner
    if aggregates.allSatisfy({ $0.aggregate.ignoresDuplicates }) {
      let used = aggregates.flatMap { $0.aggregate.argument?.variables ?? [] }
      let hasExists = aggregates.contains { $0.aggregate.argument?.hasExists ?? false }
      if !hasExists { inner = .reduced(.project(inner, (keys + used).uniqued)) }
    }
    let input = try step(inner, graph, bindings: Set(bindings))
    let bound = try aggregates.map { binding in
      GroupStep.BoundAggregate(
        binding: binding,
        argument: try binding.aggregate.argument.map {
          try StepExpression($0, input.variables, graph)
        })
    }
    return GroupStep(
      input, keys: keys, bound, bindings: bindings.filter(input.bindings.contains))
  }
}

extension [Expression] {
  /// Those that meet a condition, and the others.
  func separated(
    _ isFirst: (Expression) -> Bool
  ) -> (first: [Expression], others: [Expression]) {
    (filter(isFirst), filter { !isFirst($0) })
  }
}

extension Aggregate {
  /// Whether the value is the same when equal rows come only once.
  fileprivate var ignoresDuplicates: Bool {
    switch function {
    case .min, .max, .sample: argument.map { !$0.isVolatile } ?? true
    case .count, .sum, .avg, .groupConcat:
      distinct && argument.map { !$0.isVolatile } ?? false
    }
  }
}

extension Expression {
  /// Whether its value differs from one evaluation to the next.
  fileprivate var isVolatile: Bool {
    if case .call(let function, _) = self, [.rand, .uuid, .strUUID, .bnode].contains(function) {
      return true
    }
    return children.contains(where: \.isVolatile)
  }
}
