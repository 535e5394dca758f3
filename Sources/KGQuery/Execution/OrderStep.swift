internal import KGModel
internal import KGSPARQL

/// Rows in an order; those that are the same in it stay as they came.
final class OrderStep: PlanStep {
  private let conditions: [(evaluator: ExpressionEvaluator, isDescending: Bool)]
  private let text: String

  init(_ input: PlanStep, _ conditions: [(ExpressionEvaluator, Bool)], text: String) {
    self.conditions = conditions
    self.text = text
    super.init(variables: input.variables, hint: input.hint, children: [input])
  }

  override var title: String { "order by \(text)" }

  override func rows(_ hint: [Row]?, _ context: QueryContext) throws -> Rows {
    let input = try children[0].open(hint, in: context)
    var entries: [(row: Row, keys: [SortKey], index: Int)] = []
    while let row = try input.next() {
      try context.keep(columns: variables.count + 8 * conditions.count)
      context.functions.beginSolution()
      entries.append(
        (row, try conditions.map { SortKey(try $0.evaluator.value(row)) }, entries.count))
    }
    entries.sort { left, right in
      for (index, condition) in conditions.enumerated() {
        switch left.keys[index].compare(to: right.keys[index]) {
        case .same: continue
        case .before: return !condition.isDescending
        case .after: return condition.isDescending
        }
      }
      return left.index < right.index
    }
    return Rows(entries.map(\.row))
  }
}
