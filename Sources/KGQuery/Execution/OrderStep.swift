internal import KGModel
internal import KGSPARQL

/// Rows in an order; those that are the same in it stay as they came.
final class OrderStep: PlanStep {
  private let conditions: [(evaluator: ExpressionEvaluator, isDescending: Bool)]
  /// For people: made when somebody asks.
  private let text: () -> String
  private let rowsKeptInOrder = QueryTuning.current.rowsKeptInOrder
  /// How many of the first rows are asked for.
  private var limit = Int.max
  /// Where the terms are that will be looked at once the rows are in order.
  private var shownPlaces: [Int] = []

  init(
    _ input: PlanStep, _ conditions: [(ExpressionEvaluator, Bool)],
    text: @autoclosure @escaping () -> String
  ) {
    self.conditions = conditions
    self.text = text
    super.init(variables: input.variables, bindings: input.bindings, children: [input])
  }

  override var title: String {
    "order by \(text())" + (limit < .max ? ", the first \(limit)" : "")
  }

  override var hasDistinctRows: Bool { children[0].hasDistinctRows }

  override func limit(to count: Int) { limit = count }
  override func prefetchTerms(_ variables: [Variable]) { shownPlaces = variables.compactMap(place) }

  override func rows(_ bindings: [[Int64]]?, _ context: QueryContext) throws -> Rows {
    let input = try children[0].open(bindings, in: context)
    let keepsFirst = limit <= rowsKeptInOrder
    var entries: [Entry] = []
    let memory = context.memoryShare()
    var count = 0
    try input.forEach { row in
      context.functions.beginSolution()
      let entry = Entry(row, index: count, keyCount: conditions.count)
      count += 1
      if keepsFirst, entries.count == limit {
        guard let last = entries.last, try precedes(entry, last) else { return }
        entries.removeLast()
      } else {
        try memory.keep(columns: variables.count + 40 * conditions.count)
      }
      if keepsFirst {
        // Its batch is not to be kept for one row.
        entry.row = Row(variables.indices.map { row[$0] })
        entries.insert(entry, at: try place(of: entry, in: entries))
      } else {
        entries.append(entry)
      }
    }
    if !keepsFirst {
      try context.source.prefetchTerms(
        entries.flatMap { entry in shownPlaces.map { entry.row[$0] } })
      entries = try sorted(entries, context).map { entries[$0] }
    }
    var result = RowBatch(width: variables.count)
    for entry in entries { result.append(entry.row) }
    memory.giveBack()
    for _ in 0..<result.count { try memory.keep(columns: variables.count) }
    return Rows(result, keeping: memory)
  }

  /// The places of entries in their order. Whole numbers in front, as counts are, are compared without a
  /// look at the keys.
  private func sorted(_ entries: [Entry], _ context: QueryContext) throws -> [Int] {
    for entry in entries {
      try context.tick()
      for index in conditions.indices { _ = try key(entry, index) }
    }
    let numbers = entries.map { $0.keys.first??.integer }
    let isNumeric = !numbers.contains(nil)
    let sign = conditions.first?.isDescending == true ? -1 : 1
    // Numbers that have no opposite are compared by their keys.
    let ranks = isNumeric ? numbers.map { ($0 ?? 0).multipliedReportingOverflow(by: sign) } : []
    let leads = ranks.contains(where: \.overflow) ? [] : ranks.map(\.partialValue)
    let rest = leads.isEmpty ? 0 : 1
    return try entries.indices.sorted { left, right in
      try context.tick()
      if !leads.isEmpty, leads[left] != leads[right] { return leads[left] < leads[right] }
      return precedes(entries[left], entries[right], from: rest)
    }
  }

  /// - Parameter first: The first condition to look at; the keys have been made.
  private func precedes(_ left: Entry, _ right: Entry, from first: Int) -> Bool {
    for index in conditions.indices.dropFirst(first) {
      guard let a = left.keys[index], let b = right.keys[index] else { continue }
      let order = a.compare(to: b)
      if order != .same { return (order == .before) != conditions[index].isDescending }
    }
    return left.index < right.index
  }

  /// A row and its keys, which are made when they are needed: the first one mostly decides.
  private final class Entry {
    var row: Row
    let index: Int
    var keys: [SortKey?]

    init(_ row: Row, index: Int, keyCount: Int) {
      self.row = row
      self.index = index
      keys = [SortKey?](repeating: nil, count: keyCount)
    }
  }

  private func key(_ entry: Entry, _ index: Int) throws -> SortKey {
    if let known = entry.keys[index] { return known }
    let key = SortKey(try conditions[index].evaluator.value(entry.row))
    entry.keys[index] = key
    return key
  }

  private func precedes(_ left: Entry, _ right: Entry) throws -> Bool {
    for index in conditions.indices {
      let order = try key(left, index).compare(to: key(right, index))
      if order != .same { return (order == .before) != conditions[index].isDescending }
    }
    return left.index < right.index
  }

  /// Where an entry belongs among others in order.
  private func place(of entry: Entry, in entries: [Entry]) throws -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if try precedes(entry, entries[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
