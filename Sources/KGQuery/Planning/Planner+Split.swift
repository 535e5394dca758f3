internal import KGQuerySource
internal import KGSPARQL

extension Planner {
  /// A large pattern of which distinct rows are wanted, as a join of parts that are much smaller: each is read once
  /// without the columns that are not used, and so without the rows that differ in these alone.
  ///
  /// - Parameter rows: The estimated rows of the whole pattern.
  /// - Returns: `nil` where no split has less than half of the rows.
  func split(
    _ algebra: Algebra, _ rows: Double, _ graph: ActiveGraph
  ) throws -> (any PlanStep)? {
    guard case .reduced(.project(var inner, let kept)) = algebra else { return nil }
    var conditions: [Expression] = []
    while case .filter(let condition, let next) = inner {
      conditions += condition.conjuncts
      inner = next
    }
    guard case .basic(let patterns) = inner else { return nil }
    let wanted = Set(kept + conditions.flatMap(\.variables))
    var best: (split: PatternSplit, parts: [SplitPart], rows: Double)?
    for split in PatternSplit.all(of: patterns) {
      let parts = split.parts.map { SplitPart($0, conditions, wanted.union([split.variable])) }
      let sum = try parts.reduce(0.0) {
        try $0
          + (source.prepared($1.algebra, graph: graph, bindings: [])?.estimatedRows ?? rows)
      }
      if sum < best?.rows ?? rows / 2 { best = (split, parts, sum) }
    }
    guard let best else { return nil }
    let steps = try self.steps(best.parts, graph).sorted { $0.estimatedRows > $1.estimatedRows }
    let joined = steps.dropFirst().reduce(steps[0]) {
      JoinStep(.inner, $0, $1, certain: [best.split.variable])
    }
    let rest = conditions.filter { condition in
      !best.parts.contains { $0.conditions.contains(condition) }
    }
    return ProjectStep(try filtered(joined, rest, inner, graph), kept)
  }

  /// The distinct rows of each part. Parts that differ only in the names of variables are read once.
  private func steps(_ parts: [SplitPart], _ graph: ActiveGraph) throws -> [any PlanStep] {
    var materialized: [(part: SplitPart, step: MaterializeStep)] = []
    var steps: [any PlanStep] = []
    for (index, part) in parts.enumerated() {
      if let (step, variables) = materialized.lazy.compactMap({ known in
        part.variables(whereSameAs: known.part).map { (known.step, $0) }
      }).first {
        steps.append(RenameStep(step, variables))
        continue
      }
      let step = DistinctStep(try self.step(part.algebra, graph))
      if parts[(index + 1)...].contains(where: { $0.variables(whereSameAs: part) != nil }) {
        let shared = MaterializeStep(step)
        materialized.append((part, shared))
        steps.append(shared)
      } else {
        steps.append(step)
      }
    }
    return steps
  }
}
