internal import KGQuerySource
internal import KGSPARQL

/// A step of a plan: returns the solutions of a part of the query as rows of term IDs, one column a variable.
///
/// A step never changes, so that any number of runs can use a plan at the same time. What a step keeps while it
/// works belongs to its ``Rows`` or to the ``QueryRun``.
protocol PlanStep: AnyObject, Sendable {
  var shape: StepShape { get }

  /// For people: what the step does.
  var title: String { get }

  /// An estimate of the number of rows without bindings.
  var estimatedRows: Double { get }

  /// Whether no two rows are equal.
  var hasDistinctRows: Bool { get }

  /// The same step for a caller that reads only the first rows.
  func limited(to count: Int) -> any PlanStep

  /// The same step for a caller that looks at the terms of some variables in all rows.
  func prefetchingTerms(of variables: [Variable]) -> any PlanStep

  /// Starts the step; callers use ``open(_:in:)``.
  func rows(_ bindings: [[Int64]]?, _ run: QueryRun) throws -> Rows
}

/// What all steps have.
struct StepShape: Sendable {
  let variables: [Variable]
  /// The variables whose values may be given when the step is opened; all its rows bind them.
  let bindings: [Variable]
  let children: [any PlanStep]
  /// The number of steps on the longest way down, this one included.
  let depth: Int

  init(variables: [Variable], bindings: [Variable] = [], children: [any PlanStep] = []) {
    self.variables = variables
    self.bindings = bindings
    self.children = children
    depth = 1 + (children.map(\.shape.depth).max() ?? 0)
  }
}

extension PlanStep {
  var variables: [Variable] { shape.variables }
  var bindings: [Variable] { shape.bindings }
  var children: [any PlanStep] { shape.children }

  var estimatedRows: Double { children.map(\.estimatedRows).max() ?? 1 }
  var hasDistinctRows: Bool { false }
  func limited(to count: Int) -> any PlanStep { self }
  func prefetchingTerms(of variables: [Variable]) -> any PlanStep { self }

  /// Starts the step.
  ///
  /// - Parameter bindings: Distinct rows of values of ``StepShape/bindings``. All solutions that agree with one of
  ///   them are returned, and possibly others; all solutions for `nil`.
  func open(_ bindings: [[Int64]]? = nil, in run: QueryRun) throws -> Rows {
    guard let measurements = run.measurements else { return try rows(bindings, run) }
    return try measurements.measured(self) { try rows(bindings, run) }
  }

  /// Rows of values of this step's bindings in the order of a child's; `nil` where the child has others.
  func bindings(for child: any PlanStep, from rows: [[Int64]]?) -> [[Int64]]? {
    guard let rows, !child.bindings.isEmpty else { return nil }
    if child.bindings == bindings { return rows }
    let places = child.bindings.compactMap { bindings.firstIndex(of: $0) }
    guard places.count == child.bindings.count else { return nil }
    return Array(Set(rows.map { row in places.map { row[$0] } }))
  }

  /// The column of a variable; `nil` when the step has none.
  func place(of variable: Variable) -> Int? { variables.firstIndex(of: variable) }
}
