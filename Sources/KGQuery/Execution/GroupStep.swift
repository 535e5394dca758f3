internal import KGModel
internal import KGSPARQL

/// Groups of rows, and what aggregates say of each (SPARQL 1.1 Query Language, section 11).
final class GroupStep: PlanStep {
  private let keys: [Variable]
  private let aggregates: [(aggregate: Aggregate, argument: ExpressionEvaluator?)]

  init(
    _ input: PlanStep, keys: [Variable],
    _ aggregates: [(binding: AggregateBinding, argument: ExpressionEvaluator?)], hint: [Variable]
  ) {
    self.keys = keys
    self.aggregates = aggregates.map { ($0.binding.aggregate, $0.argument) }
    super.init(
      variables: keys + aggregates.map(\.binding.variable), hint: hint, children: [input])
  }

  override var title: String {
    keys.isEmpty ? "one group" : "group by " + keys.map { "?" + $0.name }.joined(separator: " ")
  }
  override var estimatedRows: Double { keys.isEmpty ? 1 : children[0].estimatedRows / 2 }

  override func rows(_ hint: [Row]?, _ context: QueryContext) throws -> Rows {
    let input = try children[0].open(self.hint(for: children[0], from: hint), in: context)
    let places = keys.map(children[0].place)
    let shown = children[0].variables.indices.filter { children[0].variables[$0].isVisible }
    var groups: [Row: Int] = [:]
    var order: [Row] = []
    var accumulators: [[Accumulator]] = []
    func add(_ key: Row) {
      groups[key] = order.count
      order.append(key)
      accumulators.append(aggregates.map { Accumulator($0.aggregate) })
    }
    // Without GROUP BY all rows are one group, also when there are none.
    if keys.isEmpty { add([]) }
    while let row = try input.next() {
      let key = places.isEmpty ? [] : places.map { $0.map { row[$0] } ?? 0 }
      let group: Int
      if key.isEmpty {
        group = 0
      } else if let known = groups[key] {
        group = known
      } else {
        try context.keep(columns: key.count + 8 * aggregates.count)
        group = order.count
        add(key)
      }
      context.functions.beginSolution()
      for (index, aggregate) in aggregates.enumerated() {
        try accumulators[group][index].add(row, aggregate.argument, shown: shown, context)
      }
    }
    var next = 0
    return Rows {
      guard next < order.count else { return nil }
      defer { next += 1 }
      return try order[next] + accumulators[next].map { try context.number($0.result(context)) }
    }
  }
}

/// One aggregate over the rows of one group.
struct Accumulator {
  private let aggregate: Aggregate
  private var count = 0
  /// For DISTINCT: what has been counted.
  private var seen: Set<Row> = []
  private var seenNumbers: Set<Int64> = []
  private var hasError = false
  private var sum = Numeric.integer(0)
  private var best: Int64 = 0
  private var bestKey = SortKey(nil)
  private var texts: [String] = []

  init(_ aggregate: Aggregate) {
    self.aggregate = aggregate
  }

  /// - Parameter shown: The places of the variables that a query can name.
  mutating func add(
    _ row: Row, _ argument: ExpressionEvaluator?, shown: [Int], _ context: QueryContext
  ) throws {
    guard let argument else {
      if try !aggregate.distinct || isNew(shown.map { row[$0] }, context) { count += 1 }
      return
    }
    let number = try argument.number(row)
    guard number != 0 else {
      // What is unbound is not among the values; a sum of what is not known is not known.
      if aggregate.function == .sum || aggregate.function == .avg { hasError = true }
      return
    }
    if aggregate.distinct {
      guard seenNumbers.insert(number).inserted else { return }
      try context.keep(columns: 1)
    }
    count += 1
    switch aggregate.function {
    case .count: break
    case .sample: if best == 0 { best = number }
    case .min, .max:
      let key = SortKey(try context.term(number))
      let wanted: ValueOrder = aggregate.function == .min ? .before : .after
      if best == 0 || key.compare(to: bestKey) == wanted { (best, bestKey) = (number, key) }
    case .sum, .avg:
      guard !hasError, let value = try context.term(number).flatMap({ Numeric($0) }),
        let next = Numeric.calculate(sum, .add, value)
      else {
        hasError = true
        return
      }
      sum = next
    case .groupConcat:
      guard let text = try context.term(number).flatMap(BuiltIns.string) else { return }
      try context.keep(columns: text.utf8.count / 8)
      texts.append(text)
    }
  }

  private mutating func isNew(_ row: Row, _ context: QueryContext) throws -> Bool {
    guard seen.insert(row).inserted else { return false }
    try context.keep(columns: row.count)
    return true
  }

  /// `nil` for an error, which leaves the variable unbound.
  func result(_ context: QueryContext) throws -> Term? {
    switch aggregate.function {
    case .count: return .integer(count)
    case .sample, .min, .max: return try context.term(best)
    case .sum: return hasError ? nil : sum.term
    case .avg:
      if hasError { return nil }
      return count == 0
        ? .integer(0) : Numeric.calculate(sum, .divide, .integer(count))?.term
    case .groupConcat: return .string(texts.joined(separator: aggregate.separator))
    }
  }
}
