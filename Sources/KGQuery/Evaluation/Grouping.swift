internal import KGModel
internal import KGSPARQL

/// GROUP BY and aggregates (SPARQL 1.1, section 18.5).
struct Grouping {
  let keys: [Variable]
  let aggregates: [AggregateBinding]

  func solutions(
    _ rows: [Solution], value: (Expression, Solution) throws -> Term?
  ) throws -> [Solution] {
    var order: [[Term?]] = []
    var groups: [[Term?]: [Solution]] = [:]
    for row in rows {
      let key = keys.map { row[$0] }
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(row)
    }
    // Without GROUP BY all rows are one group, also when there are none.
    if keys.isEmpty, order.isEmpty {
      order.append([])
      groups[[]] = []
    }
    return try order.map { key in
      var solution: Solution = [:]
      for (variable, term) in zip(keys, key) { solution[variable] = term }
      for binding in aggregates {
        solution[binding.variable] = try aggregate(binding.aggregate, groups[key] ?? [], value)
      }
      return solution
    }
  }

  private func aggregate(
    _ aggregate: Aggregate, _ rows: [Solution], _ value: (Expression, Solution) throws -> Term?
  ) throws -> Term? {
    guard let argument = aggregate.argument else {
      return .integer(aggregate.distinct ? Set(rows).count : rows.count)
    }
    let values = try rows.map { try value(argument, $0) }
    var terms = values.compactMap { $0 }
    let hasError = terms.count < values.count
    if aggregate.distinct {
      var seen: Set<Term> = []
      terms = terms.filter { seen.insert($0).inserted }
    }
    switch aggregate.function {
    case .count: return .integer(terms.count)
    case .min: return terms.min { TermOrder.compare($0, $1) == .before }
    case .max: return terms.max { TermOrder.compare($0, $1) == .before }
    case .sample: return terms.min { TermOrder.compare($0, $1) == .before }
    case .groupConcat:
      let texts = terms.compactMap { $0.literal?.lexicalForm ?? $0.iri?.value }
      return .string(texts.joined(separator: aggregate.separator))
    case .sum, .avg:
      if hasError { return nil }
      var sum = Numeric(0)
      for term in terms {
        guard let number = Numeric(term), let next = Numeric.calculate(sum, .add, number) else {
          return nil
        }
        sum = next
      }
      if aggregate.function == .sum { return sum.term }
      return terms.isEmpty
        ? .integer(0) : Numeric.calculate(sum, .divide, Numeric(terms.count))?.term
    }
  }
}
