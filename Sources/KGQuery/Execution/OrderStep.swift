internal import KGQuerySource
internal import KGSPARQL

/// Rows in an order; rows that are equal in it keep their order.
final class OrderStep: PlanStep {
  let shape: StepShape
  private let conditions: [Condition]
  private let rowsKeptInOrder = QueryTuning.current.rowsKeptInOrder
  /// How many of the first rows are asked for.
  private let limit: Int
  /// Variables whose terms are read together once all rows are known.
  private let prefetched: [Variable]

  struct Condition: Sendable {
    let key: StepExpression
    let isDescending: Bool

    fileprivate var text: String {
      isDescending ? "DESC(\(key.expression.text))" : key.expression.text
    }
  }

  init(
    _ input: any PlanStep, _ conditions: [Condition], limit: Int = .max,
    prefetched: [Variable] = []
  ) {
    self.conditions = conditions
    self.limit = limit
    self.prefetched = prefetched
    shape = StepShape(variables: input.variables, bindings: input.bindings, children: [input])
  }

  var title: String {
    "order by " + conditions.map(\.text).joined(separator: " ")
      + (limit < .max ? ", the first \(limit)" : "")
  }

  var hasDistinctRows: Bool { children[0].hasDistinctRows }

  func limited(to count: Int) -> any PlanStep {
    OrderStep(children[0], conditions, limit: count, prefetched: prefetched)
  }

  func prefetchingTerms(of variables: [Variable]) -> any PlanStep {
    OrderStep(children[0], conditions, limit: limit, prefetched: variables)
  }

  func rows(_ bindings: [[Int64]]?, _ run: QueryRun) throws -> Rows {
    let input = try children[0].open(bindings, in: run)
    var sorter = RowSorter(
      conditions.map { ($0.key.evaluator(in: run), $0.isDescending) }, width: variables.count, run,
      limit: limit <= rowsKeptInOrder ? limit : nil)
    try input.forEach { try sorter.add($0) }
    return try sorter.sorted(prefetching: prefetched.compactMap(place))
  }
}
