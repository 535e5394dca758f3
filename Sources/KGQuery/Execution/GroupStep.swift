internal import KGModel
internal import KGSPARQL

/// Groups of rows, and what aggregates say of each (SPARQL 1.1 Query Language, section 11).
final class GroupStep: PlanStep {
  private let keys: [Variable]
  private let aggregates: [(aggregate: Aggregate, argument: ExpressionEvaluator?)]

  init(
    _ input: PlanStep, keys: [Variable],
    _ aggregates: [(binding: AggregateBinding, argument: ExpressionEvaluator?)],
    bindings: [Variable]
  ) {
    self.keys = keys
    self.aggregates = aggregates.map { ($0.binding.aggregate, $0.argument) }
    super.init(
      variables: keys + aggregates.map(\.binding.variable), bindings: bindings, children: [input])
  }

  override var title: String {
    keys.isEmpty ? "one group" : "group by " + keys.map { "?" + $0.name }.joined(separator: " ")
  }
  override var estimatedRows: Double { keys.isEmpty ? 1 : children[0].estimatedRows / 2 }
  override var hasDistinctRows: Bool { true }

  override func rows(_ bindings: [[Int64]]?, _ context: QueryContext) throws -> Rows {
    let input = try children[0].open(self.bindings(for: children[0], from: bindings), in: context)
    let places = keys.map(children[0].place)
    // A key that no row binds is the same in all.
    let columns = places.compactMap { $0 }
    var groups = RowTable(width: columns.count)
    let accumulators = aggregates.map { accumulator($0.aggregate, $0.argument, context) }
    let memory = context.memoryShare()
    // Without GROUP BY all rows are one group, also when there are none.
    if keys.isEmpty { _ = groups.insert { _ in 0 } }
    try input.forEach { row in
      let (group, isNew) = groups.insert(row, places: columns)
      if isNew { try memory.keep(columns: keys.count + 4 * aggregates.count) }
      context.functions.beginSolution()
      for accumulator in accumulators { try accumulator.add(row, to: group) }
    }
    var next = 0
    return Rows(keeping: memory) { [variables, keys] count in
      var result = RowBatch(width: variables.count)
      let first = next
      while next < groups.count, next - first < count {
        var column = 0
        try result.append { place in
          if place >= keys.count {
            return try context.number(accumulators[place - keys.count].result(of: next))
          }
          guard places[place] != nil else { return 0 }
          defer { column += 1 }
          return groups.rows[next, column]
        }
        next += 1
      }
      return result.isEmpty ? nil : result
    }
  }

  private func accumulator(
    _ aggregate: Aggregate, _ argument: ExpressionEvaluator?, _ context: QueryContext
  ) -> any Accumulator {
    let input = children[0]
    guard let argument else {
      // COUNT(*) sees what a query can name.
      let shown = input.variables.indices.filter { input.variables[$0].isVisible }
      return RowCounter(distinct: aggregate.distinct ? shown : nil, context)
    }
    // Where all rows differ in the keys and the argument, no value of a group comes twice.
    let isDistinct =
      input.hasDistinctRows
      && Set(input.variables).isSubset(of: keys + (aggregate.argument?.variables ?? []))
    let values = ValueReader(
      argument, distinct: aggregate.distinct && !(isDistinct && argument.isVariable), context)
    switch aggregate.function {
    case .count: return ValueCounter(values)
    case .sample: return SampleAccumulator(values)
    case .min: return ExtremeAccumulator(values, wanted: .before)
    case .max: return ExtremeAccumulator(values, wanted: .after)
    case .sum: return SumAccumulator(values, isAverage: false)
    case .avg: return SumAccumulator(values, isAverage: true)
    case .groupConcat: return TextAccumulator(values, separator: aggregate.separator)
    }
  }
}
