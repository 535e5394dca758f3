internal import KGModel
internal import KGSPARQL

/// Makes a plan of algebra: what the source can answer is left to it, the rest becomes steps over its rows.
struct Planner {
  let context: QueryContext
  private let costs = Costs()
  private let tuning = QueryTuning.current

  init(context: QueryContext) {
    self.context = context
  }

  /// What parts of joins cost, each asked once: parts within parts would be planned again and again.
  private final class Costs {
    struct Part: Hashable {
      let algebra: Algebra
      let graph: ActiveGraph
      let bindings: Set<Variable>
    }
    var known: [Part: Double] = [:]
  }

  /// About how many rows a part gives, or is asked for where its variables are known.
  private func cost(
    _ algebra: Algebra, _ graph: ActiveGraph, bindings: Set<Variable>
  ) throws -> Double {
    let part = Costs.Part(algebra: algebra, graph: graph, bindings: bindings)
    if let known = costs.known[part] { return known }
    let step = try step(algebra, graph, bindings: bindings)
    let cost = step.bindings.isEmpty ? step.estimatedRows : min(step.estimatedRows, 10)
    costs.known[part] = cost
    return cost
  }

  /// Steps within steps: more would not fit on the stack of a thread.
  private static let maximumDepth = 400

  /// - Throws: ``QueryError/unknownFunction(_:)``, and what the source throws.
  func plan(_ algebra: Algebra) throws -> PlanStep {
    try step(AlgebraNormalizer.normalized(algebra), .default)
  }

  /// - Parameter bindings: Variables of which values may be known.
  func step(
    _ algebra: Algebra, _ graph: ActiveGraph, bindings wanted: Set<Variable> = []
  ) throws -> PlanStep {
    let bindings = algebra.variables.filter(
      wanted.intersection(algebra.certainVariables).contains)
    if let part = try context.source.prepared(algebra, graph: graph, bindings: bindings) {
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
    switch algebra {
    // Whether rows come twice does not matter: the source has no use for that here.
    case .reduced(.project(let inner, let variables)):
      return try step(.project(inner, variables), graph, bindings: wanted)
    case .basic(let patterns): return try basic(patterns, graph, bindings: wanted)
    // The source answers all of these.
    case .path: return ValuesStep(algebra.variables, [])
    case .values(let variables, let rows):
      return ValuesStep(variables, try rows.map { try $0.map { try context.number($0) } })
    case .join(let parts): return try join(parts, graph, bindings: wanted)
    case .leftJoin(let left, let right, let condition):
      return try leftJoin(left, right, condition, graph, bindings: wanted)
    case .union(let parts):
      let steps = try parts.map { try step($0, graph, bindings: Set(bindings)) }
      return UnionStep(steps, variables: algebra.variables, bindings: bindings)
    case .minus(let left, let right):
      let first = try step(left, graph, bindings: wanted)
      return try partnered(.minus, first, left.certainVariables, right, graph)
    case .filter(let condition, let inner):
      return try filter(condition.conjuncts, inner, graph, bindings: wanted)
    case .extend(let inner, let assignments):
      return try extend(inner, assignments, graph, bindings: wanted)
    case .graph(let name, let inner): return try self.graph(name, inner)
    case .service(let name, let inner, let isSilent):
      let text = name.term?.iri.map { "<\($0.value)>" } ?? "?\(name.variable?.name ?? "")"
      return ServiceStep(text, variables: inner.variables, isSilent: isSilent)
    case .group(let inner, let keys, let aggregates):
      return try group(inner, keys, aggregates, graph, bindings: bindings)
    case .project(let inner, let variables):
      return ProjectStep(
        try step(inner, graph, bindings: wanted.intersection(variables)), variables)
    case .distinct(let inner), .reduced(let inner):
      return DistinctStep(try step(inner.reducible, graph, bindings: wanted))
    case .orderBy(let inner, let conditions):
      let input = try step(inner, graph, bindings: wanted)
      return OrderStep(
        input,
        try conditions.map {
          (try evaluator($0.expression, input.variables, graph), $0.descending)
        }, text: conditions.map(\.text).joined(separator: " "))
    case .slice(let inner, let offset, let limit):
      let input: PlanStep
      if case .distinct(let rows) = inner {
        // The first rows are wanted soon: duplicates are dropped as they come, not before.
        input = DistinctStep(try step(rows, graph))
      } else {
        input = try step(inner, graph)
      }
      if let limit, limit < .max - offset { input.limit(to: offset + limit) }
      return SliceStep(input, offset: offset, limit: limit)
    }
  }

  // MARK: Joins

  /// A pattern that is empty, or too large for the source: it is then joined from two halves.
  private func basic(
    _ patterns: [TriplePattern], _ graph: ActiveGraph, bindings: Set<Variable>
  ) throws -> PlanStep {
    guard patterns.count > 1 else { return ValuesStep([], [[]]) }
    let halves = [patterns.prefix(patterns.count / 2), patterns.dropFirst(patterns.count / 2)]
    return try join(halves.map { .basic(Array($0)) }, graph, bindings: bindings)
  }

  /// Joins the part with the fewest rows first, then parts that share variables with it.
  private func join(
    _ parts: [Algebra], _ graph: ActiveGraph, bindings: Set<Variable>
  ) throws -> PlanStep {
    var rest = try parts.map {
      (algebra: $0, cost: try cost($0, graph, bindings: bindings), certain: $0.certainVariables)
    }
    func takeBest(_ isWanted: (Set<Variable>) -> Bool) -> Int? {
      rest.indices.filter { isWanted(rest[$0].certain) }.min { rest[$0].cost < rest[$1].cost }
    }
    guard let first = takeBest({ _ in true }) else { return ValuesStep([], [[]]) }
    let start = rest.remove(at: first)
    var result = try step(start.algebra, graph, bindings: bindings)
    var known = start.certain
    while !rest.isEmpty {
      let next = takeBest { !known.isDisjoint(with: $0) } ?? takeBest { _ in true } ?? 0
      let right = rest.remove(at: next)
      result = try partnered(.inner, result, known, right.algebra, graph)
      known.formUnion(right.certain)
    }
    return result
  }

  private func leftJoin(
    _ left: Algebra, _ right: Algebra, _ condition: Expression?, _ graph: ActiveGraph,
    bindings: Set<Variable>
  ) throws -> PlanStep {
    let first = try step(left, graph, bindings: bindings)
    let known = left.certainVariables
    guard let condition else {
      return try partnered(.left(condition: nil), first, known, right, graph)
    }
    // What the condition says of the right side alone is a filter of it.
    let (own, shared) = condition.conjuncts.separated {
      !$0.hasExists && Set($0.variables).isSubset(of: right.certainVariables)
    }
    let filtered = own.isEmpty ? right : AlgebraNormalizer.normalized(.filter(.all(own), right))
    let certain = known.intersection(filtered.certainVariables)
    let second = try step(filtered, graph, bindings: certain)
    let test =
      shared.isEmpty
      ? nil
      : try evaluator(
        .all(shared), JoinStep.variables(of: first, second, isWider: true), graph)
    return try checked(JoinStep(.left(condition: test), first, second, certain: certain))
  }

  /// - Parameter known: The variables that all rows of the left step bind.
  private func partnered(
    _ kind: JoinStep.Kind, _ left: PlanStep, _ known: Set<Variable>, _ right: Algebra,
    _ graph: ActiveGraph
  ) throws -> PlanStep {
    let certain = known.intersection(right.certainVariables)
    return try checked(
      JoinStep(kind, left, try step(right, graph, bindings: certain), certain: certain))
  }

  private func checked(_ step: PlanStep) throws -> PlanStep {
    guard step.depth <= Self.maximumDepth else { throw QueryError.depth(Self.maximumDepth) }
    return step
  }

  // MARK: Filters and expressions

  private func filter(
    _ conditions: [Expression], _ inner: Algebra, _ graph: ActiveGraph, bindings: Set<Variable>
  ) throws -> PlanStep {
    try filtered(try step(inner, graph, bindings: bindings), conditions, inner, graph)
  }

  /// - Parameter algebra: What the step makes the solutions of.
  func filtered(
    _ input: PlanStep, _ conditions: [Expression], _ algebra: Algebra, _ graph: ActiveGraph
  ) throws -> PlanStep {
    var result = input
    let (patterns, tests) = conditions.separated { $0.simplePattern != nil }
    if !tests.isEmpty {
      result = FilterStep(
        result, try tests.map { try evaluator($0, result.variables, graph) },
        text: tests.map(\.text).joined(separator: " && "))
    }
    for condition in patterns {
      guard let (pattern, isWanted) = condition.simplePattern else { continue }
      result = try partnered(.exists(isWanted), result, algebra.certainVariables, pattern, graph)
    }
    return result
  }

  private func extend(
    _ inner: Algebra, _ assignments: [Assignment], _ graph: ActiveGraph, bindings: Set<Variable>
  ) throws -> PlanStep {
    let input = try step(inner, graph, bindings: bindings.subtracting(assignments.map(\.variable)))
    var variables = input.variables
    var evaluators: [ExpressionEvaluator] = []
    for assignment in assignments {
      evaluators.append(try evaluator(assignment.expression, variables, graph))
      variables.append(assignment.variable)
    }
    return ExtendStep(
      input, assignments.map(\.variable), evaluators, bindings: input.bindings,
      text: assignments.map { "?\($0.variable.name) = \($0.expression.text)" }
        .joined(separator: ", "))
  }

  private func group(
    _ inner: Algebra, _ keys: [Variable], _ aggregates: [AggregateBinding], _ graph: ActiveGraph,
    bindings: [Variable]
  ) throws -> PlanStep {
    var inner = inner
    if aggregates.allSatisfy({ $0.aggregate.ignoresDuplicates }) {
      let used = aggregates.flatMap { $0.aggregate.argument?.variables ?? [] }
      let hasExists = aggregates.contains { $0.aggregate.argument?.hasExists ?? false }
      if !hasExists { inner = .reduced(.project(inner, (keys + used).uniqued)) }
    }
    let input = try step(inner, graph, bindings: Set(bindings))
    let evaluated = try aggregates.map { binding in
      (
        binding: binding,
        argument: try binding.aggregate.argument.map {
          try evaluator($0, input.variables, graph)
        }
      )
    }
    return GroupStep(
      input, keys: keys, evaluated, bindings: bindings.filter { input.bindings.contains($0) })
  }

  private func evaluator(
    _ expression: Expression, _ variables: [Variable], _ graph: ActiveGraph
  ) throws -> ExpressionEvaluator {
    try ExpressionEvaluator(expression, variables, context) { pattern in
      let used = pattern.allVariables
      let places = variables.enumerated().filter { used.contains($0.element) }
      // The pattern is planned anew for each solution: it can look different in each.
      return { row in
        var terms: [Variable: Term] = [:]
        for (place, variable) in places { terms[variable] = try context.term(row[place]) }
        return try step(pattern.substituting(terms), graph).open(in: context).next(1) != nil
      }
    }
  }

  // MARK: Graphs

  private func graph(_ name: PatternTerm, _ inner: Algebra) throws -> PlanStep {
    switch name {
    case .term(let term):
      let number = try context.source.termID(of: term)
      guard try context.source.namedGraphs().contains(number) else {
        return ValuesStep(inner.variables, [])
      }
      return try step(inner, .named(number))
    case .variable(let variable):
      let variables = inner.variables
      return GraphStep(
        variable, variables: variables + (variables.contains(variable) ? [] : [variable])
      ) { try step(inner, .named($0)) }
    }
  }
}

extension [Expression] {
  /// Those that meet a condition, and the others.
  fileprivate func separated(
    _ isFirst: (Expression) -> Bool
  ) -> (first: [Expression], others: [Expression]) {
    (filter(isFirst), filter { !isFirst($0) })
  }
}

extension Expression {
  /// The pattern of `EXISTS { … }` or `NOT EXISTS { … }` when looking for agreeing solutions says the same
  /// as putting terms in place of variables: nothing in it asks whether a variable is bound.
  fileprivate var simplePattern: (Algebra, isWanted: Bool)? {
    switch self {
    case .exists(let pattern) where pattern.isSimple: (pattern, true)
    case .not(.exists(let pattern)) where pattern.isSimple: (pattern, false)
    default: nil
    }
  }
}

extension Algebra {
  fileprivate var isSimple: Bool {
    switch self {
    case .basic: true
    // An empty path leads from every term to itself, also from those that are not in the graph.
    case .path(_, let path, _): !path.mayBeEmpty
    case .join(let parts): parts.allSatisfy(\.isSimple)
    case .filter(let condition, let inner):
      inner.isSimple && !condition.hasExists
        && Set(condition.variables).isSubset(of: inner.certainVariables)
    default: false
    }
  }

  /// Every variable that stands anywhere in it.
  fileprivate var allVariables: Set<Variable> {
    var found = Set(variables)
    for child in children { found.formUnion(child.allVariables) }
    switch self {
    case .filter(let condition, _): found.formUnion(condition.allVariables)
    case .leftJoin(_, _, let condition?): found.formUnion(condition.allVariables)
    case .extend(_, let assignments):
      for assignment in assignments { found.formUnion(assignment.expression.allVariables) }
    default: break
    }
    return found
  }
}

extension Expression {
  fileprivate var allVariables: Set<Variable> {
    if case .exists(let pattern) = self { return pattern.allVariables }
    if case .variable(let variable) = self { return [variable] }
    return children.reduce(into: []) { $0.formUnion($1.allVariables) }
  }
}

extension Algebra {
  /// The same where it does not matter how often a row comes.
  fileprivate var reducible: Algebra {
    if case .project = self { .reduced(self) } else { self }
  }
}

extension Aggregate {
  /// Whether it gives the same when rows come once that came more often.
  fileprivate var ignoresDuplicates: Bool {
    switch function {
    case .min, .max, .sample: argument.map { !$0.isVolatile } ?? true
    case .count, .sum, .avg, .groupConcat:
      distinct && argument.map { !$0.isVolatile } ?? false
    }
  }
}

extension Expression {
  /// Whether it gives something else each time.
  fileprivate var isVolatile: Bool {
    if case .call(let function, _) = self, [.rand, .uuid, .strUUID, .bnode].contains(function) {
      return true
    }
    return children.contains(where: \.isVolatile)
  }
}
