internal import KGModel
internal import KGQuerySource

/// Rows in the order of some expressions; rows that are equal in it keep their order.
struct RowSorter {
  private let conditions: [(key: ExpressionEvaluator, isDescending: Bool)]
  private let width: Int
  private let run: QueryRun
  private let memory: MemoryShare
  /// How many first rows are kept, in order as they come; `nil` to keep all and to sort them at the end.
  private let limit: Int?
  private var entries: [Entry] = []
  private var count = 0

  /// - Parameter limit: A small number, because rows are inserted one by one.
  init(
    _ conditions: [(key: ExpressionEvaluator, isDescending: Bool)], width: Int, _ run: QueryRun,
    limit: Int?
  ) {
    self.conditions = conditions
    self.width = width
    self.run = run
    self.limit = limit
    memory = run.memoryShare()
  }

  /// A row and its keys, which are computed when they are needed: the first one is usually enough.
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

  mutating func add(_ row: Row) throws {
    run.functions.beginSolution()
    let entry = Entry(row, index: count, keyCount: conditions.count)
    count += 1
    if let limit, entries.count == limit {
      guard let last = entries.last, try precedes(entry, last) else { return }
      entries.removeLast()
    } else {
      try memory.keep(columns: width + 40 * conditions.count)
    }
    if limit != nil {
      // A copy, so that one row does not keep its batch in memory.
      entry.row = Row((0..<width).map { row[$0] })
      entries.insert(entry, at: try position(of: entry))
    } else {
      entries.append(entry)
    }
  }

  /// The rows in order.
  ///
  /// - Parameter places: Columns whose terms the caller looks at in all rows.
  mutating func sorted(prefetching places: [Int]) throws -> Rows {
    if limit == nil {
      try run.source.prefetchTerms(entries.flatMap { entry in places.map { entry.row[$0] } })
      entries = try sortedIndices().map { entries[$0] }
    }
    var result = RowBatch(width: width)
    for entry in entries { result.append(entry.row) }
    memory.release()
    for _ in 0..<result.count { try memory.keep(columns: width) }
    return Rows(result, keeping: memory)
  }

  /// The indices of entries in order. Where the first keys are all integers, as counts are, these are compared
  /// directly.
  private func sortedIndices() throws -> [Int] {
    for entry in entries {
      try run.tick()
      for index in conditions.indices { _ = try key(entry, index) }
    }
    let integers = entries.map { $0.keys.first??.integer }
    let sign = conditions.first?.isDescending == true ? -1 : 1
    // The least integer cannot be negated: then all are compared by their keys.
    let ranks =
      integers.contains(nil)
      ? [] : integers.map { ($0 ?? 0).multipliedReportingOverflow(by: sign) }
    let firstRanks = ranks.contains(where: \.overflow) ? [] : ranks.map(\.partialValue)
    let rest = firstRanks.isEmpty ? 0 : 1
    return try entries.indices.sorted { left, right in
      try run.tick()
      if !firstRanks.isEmpty, firstRanks[left] != firstRanks[right] {
        return firstRanks[left] < firstRanks[right]
      }
      return precedes(entries[left], entries[right], from: rest)
    }
  }

  /// - Parameter first: The first condition to look at. All keys have been computed.
  private func precedes(_ left: Entry, _ right: Entry, from first: Int) -> Bool {
    for index in conditions.indices.dropFirst(first) {
      guard let a = left.keys[index], let b = right.keys[index] else { continue }
      let order = a.compare(to: b)
      if order != .same { return (order == .before) != conditions[index].isDescending }
    }
    return left.index < right.index
  }

  private func precedes(_ left: Entry, _ right: Entry) throws -> Bool {
    for index in conditions.indices {
      let order = try key(left, index).compare(to: key(right, index))
      if order != .same { return (order == .before) != conditions[index].isDescending }
    }
    return left.index < right.index
  }

  private func key(_ entry: Entry, _ index: Int) throws -> SortKey {
    if let known = entry.keys[index] { return known }
    let key = SortKey(try conditions[index].key.value(entry.row))
    entry.keys[index] = key
    return key
  }

  /// Where an entry belongs among those in order.
  private func position(of entry: Entry) throws -> Int {
    try entries.indices.partitioningIndex { try precedes(entry, entries[$0]) }
  }
}
