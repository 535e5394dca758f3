internal import KGSPARQL

/// A step of a plan: makes the solutions of a part of the query, as rows of the numbers of terms in the order
/// of its variables.
class PlanStep {
  let variables: [Variable]
  /// The variables of which values may be known when the step is opened; all its rows bind them.
  let bindings: [Variable]
  let children: [PlanStep]
  /// Steps within steps, this one counted.
  let depth: Int
  /// What ran, once the plan has been measured.
  private(set) var measured = Measurement()

  struct Measurement {
    var rowCount = 0
    var openCount = 0
    /// With the time of the steps below.
    var duration: Duration = .zero
  }

  init(variables: [Variable], bindings: [Variable] = [], children: [PlanStep] = []) {
    self.variables = variables
    self.bindings = bindings
    self.children = children
    depth = 1 + (children.map(\.depth).max() ?? 0)
  }

  /// For people: what the step does.
  var title: String { "?" }

  /// About how many rows there are without a bindings.
  var estimatedRows: Double { children.map(\.estimatedRows).max() ?? 1 }

  /// Whether no row comes twice.
  var hasDistinctRows: Bool { false }

  /// Says that no more than so many of the first rows are asked for.
  func limit(to count: Int) {}

  /// Says that the terms of some variables will be looked at in all rows.
  func prefetchTerms(_ variables: [Variable]) {}

  /// - Parameter bindings: Different rows of values of ``bindings``. All solutions that agree with one of them come,
  ///   others may; without it all come.
  final func open(_ bindings: [[Int64]]? = nil, in context: QueryContext) throws -> Rows {
    guard context.isMeasuring else { return try rows(bindings, context) }
    measured.openCount += 1
    let clock = ContinuousClock()
    var rows: Rows?
    measured.duration += try clock.measure { rows = try self.rows(bindings, context) }
    return Rows { [self] count in
      var batch: RowBatch?
      measured.duration += try clock.measure { batch = try rows?.next(count) }
      measured.rowCount += batch?.count ?? 0
      return batch
    }
  }

  /// What a step does; `open` is what others call.
  func rows(_ bindings: [[Int64]]?, _ context: QueryContext) throws -> Rows { .empty }

  /// The rows of a bindings in the order of a child's.
  final func bindings(for child: PlanStep, from rows: [[Int64]]?) -> [[Int64]]? {
    guard let rows, !child.bindings.isEmpty else { return nil }
    if child.bindings == bindings { return rows }
    let places = child.bindings.compactMap { bindings.firstIndex(of: $0) }
    guard places.count == child.bindings.count else { return nil }
    return Array(Set(rows.map { row in places.map { row[$0] } }))
  }

  final func place(of variable: Variable) -> Int? { variables.firstIndex(of: variable) }
}
