internal import KGModel
internal import KGQuerySource
internal import KGSPARQL

/// Groups of rows with the values of aggregates (SPARQL 1.1 Query Language, section 11).
final class GroupStep: PlanStep {
  let shape: StepShape
  private let keys: [Variable]
  private let aggregates: [BoundAggregate]

  /// An aggregate, the variable that it binds, and its argument over the rows of the input.
  struct BoundAggregate: Sendable {
    let binding: AggregateBinding
    /// `nil` for `COUNT(*)`.
    let argument: StepExpression?
  }

  init(
    _ input: any PlanStep, keys: [Variable], _ aggregates: [BoundAggregate], bindings: [Variable]
  ) {
    self.keys = keys
    self.aggregates = aggregates
    shape = StepShape(
      variables: keys + aggregates.map(\.binding.variable), bindings: bindings, children: [input])
  }

  var title: String {
    keys.isEmpty ? "one group" : "group by " + keys.map { "?" + $0.name }.joined(separator: " ")
  }
  var estimatedRows: Double { keys.isEmpty ? 1 : children[0].estimatedRows / 2 }
  var hasDistinctRows: Bool { true }

  func rows(_ bindings: [[Int64]]?, _ run: QueryRun) throws -> Rows {
    let input = try children[0].open(self.bindings(for: children[0], from: bindings), in: run)
    let places = keys.map(children[0].place)
    // A key without a column is unbound in all rows.
    let columns = places.compactMap { $0 }
    var groups = RowTable(width: columns.count)
    let accumulators = aggregates.map { accumulator($0, run) }
    let memory = run.memoryShare()
    // Without GROUP BY all rows are one group, which may be empty.
    if keys.isEmpty { _ = groups.insert { _ in 0 } }
    try input.forEach { row in
      let (group, isNew) = groups.insert(row, places: columns)
      if isNew { try memory.keep(columns: keys.count + 4 * aggregates.count) }
      run.functions.beginSolution()
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
            return try run.termID(accumulators[place - keys.count].result(of: next))
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

  private func accumulator(_ bound: BoundAggregate, _ run: QueryRun) -> any Accumulator {
    let input = children[0]
    let aggregate = bound.binding.aggregate
    guard let argument = bound.argument?.evaluator(in: run) else {
      // COUNT(*) counts solutions of the variables that a query can name.
      let shown = input.variables.indices.filter { input.variables[$0].isVisible }
      return RowCounter(distinct: aggregate.distinct ? shown : nil, run)
    }
    // Where all rows differ in the keys and the argument, no value of a group repeats.
    let isDistinct =
      input.hasDistinctRows
      && Set(input.variables).isSubset(of: keys + (aggregate.argument?.variables ?? []))
    let values = ValueReader(
      argument, distinct: aggregate.distinct && !(isDistinct && argument.isVariable), run)
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
