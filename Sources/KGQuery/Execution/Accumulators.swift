internal import KGModel
internal import KGQuerySource
internal import KGSPARQL

/// One aggregate over all groups, which have indices from 0 in the order in which they begin.
protocol Accumulator: AnyObject {
  func add(_ row: Row, to group: Int) throws
  /// The value for a group, which may have had no rows; `nil` for an error, which leaves the variable unbound.
  func result(of group: Int) throws -> Term?
}

/// A value for each group.
struct GroupValues<Value> {
  private var values: [Value] = []
  private let initial: Value

  init(initial: Value) {
    self.initial = initial
  }

  subscript(group: Int) -> Value {
    get { group < values.count ? values[group] : initial }
    _modify {
      while values.count <= group { values.append(initial) }
      yield &values[group]
    }
  }
}

/// The values of an aggregate's argument; with DISTINCT, each once in a group.
final class ValueReader {
  let run: QueryRun
  let memory: MemoryShare
  private let argument: ExpressionEvaluator
  private let isDistinct: Bool
  private var seen = RowTable(width: 2)

  init(_ argument: ExpressionEvaluator, distinct: Bool, _ run: QueryRun) {
    self.argument = argument
    self.run = run
    memory = run.memoryShare()
    isDistinct = distinct
  }

  enum Reading {
    case value(Int64)
    /// Unbound, or an error.
    case absent
    /// A value that the group has had before.
    case repeated
  }

  func read(_ row: Row, of group: Int) throws -> Reading {
    let id = try argument.termID(row)
    if id == 0 { return .absent }
    guard isDistinct else { return .value(id) }
    guard seen.insert({ $0 == 0 ? Int64(group) : id }).isNew else { return .repeated }
    try memory.keep(columns: 2)
    return .value(id)
  }
}

/// COUNT(*).
final class RowCounter: Accumulator {
  private let memory: MemoryShare
  /// The columns whose values make rows different.
  private let distinctPlaces: [Int]?
  private var seen: [RowTable] = []
  private var counts = GroupValues(initial: 0)

  init(distinct: [Int]?, _ run: QueryRun) {
    distinctPlaces = distinct
    memory = run.memoryShare()
  }

  func add(_ row: Row, to group: Int) throws {
    if let distinctPlaces {
      while seen.count <= group { seen.append(RowTable(width: distinctPlaces.count)) }
      guard seen[group].insert(row, places: distinctPlaces).isNew else { return }
      try memory.keep(columns: distinctPlaces.count)
    }
    counts[group] += 1
  }

  func result(of group: Int) -> Term? { .integer(counts[group]) }
}

final class ValueCounter: Accumulator {
  private let values: ValueReader
  private var counts = GroupValues(initial: 0)

  init(_ values: ValueReader) {
    self.values = values
  }

  func add(_ row: Row, to group: Int) throws {
    if case .value = try values.read(row, of: group) { counts[group] += 1 }
  }

  func result(of group: Int) -> Term? { .integer(counts[group]) }
}

/// SAMPLE: the first value.
final class SampleAccumulator: Accumulator {
  private let values: ValueReader
  private var samples = GroupValues<Int64>(initial: 0)

  init(_ values: ValueReader) {
    self.values = values
  }

  func add(_ row: Row, to group: Int) throws {
    if case .value(let id) = try values.read(row, of: group), samples[group] == 0 {
      samples[group] = id
    }
  }

  func result(of group: Int) throws -> Term? { try values.run.term(samples[group]) }
}

/// MIN and MAX, in the order of ORDER BY.
final class ExtremeAccumulator: Accumulator {
  private let values: ValueReader
  private let wanted: ValueOrder
  private var best = GroupValues<(id: Int64, key: SortKey)?>(initial: nil)

  /// - Parameter wanted: Where a better value is in the order.
  init(_ values: ValueReader, wanted: ValueOrder) {
    self.values = values
    self.wanted = wanted
  }

  func add(_ row: Row, to group: Int) throws {
    guard case .value(let id) = try values.read(row, of: group) else { return }
    let known = best[group]
    if known?.id == id { return }
    let key = SortKey(try values.run.term(id))
    if let known, key.compare(to: known.key) != wanted { return }
    best[group] = (id, key)
  }

  func result(of group: Int) throws -> Term? {
    try best[group].flatMap { try values.run.term($0.id) }
  }
}

/// SUM and AVG: an error where a value is not a number or is absent.
final class SumAccumulator: Accumulator {
  private let values: ValueReader
  private let isAverage: Bool
  private var sums = GroupValues<(sum: Numeric?, count: Int)>(initial: (.integer(0), 0))

  init(_ values: ValueReader, isAverage: Bool) {
    self.values = values
    self.isAverage = isAverage
  }

  func add(_ row: Row, to group: Int) throws {
    switch try values.read(row, of: group) {
    case .repeated: break
    case .absent: sums[group].sum = nil
    case .value(let id):
      guard let sum = sums[group].sum else { return }
      let value = try values.run.term(id).flatMap { Numeric($0) }
      sums[group].sum = value.flatMap { Numeric.calculate(sum, .add, $0) }
      sums[group].count += 1
    }
  }

  func result(of group: Int) -> Term? {
    let (sum, count) = sums[group]
    guard let sum else { return nil }
    guard isAverage, count > 0 else { return sum.term }
    return Numeric.calculate(sum, .divide, .integer(count))?.term
  }
}

/// GROUP_CONCAT.
final class TextAccumulator: Accumulator {
  private let values: ValueReader
  private let separator: String
  private var texts = GroupValues<[String]>(initial: [])

  init(_ values: ValueReader, separator: String) {
    self.values = values
    self.separator = separator
  }

  func add(_ row: Row, to group: Int) throws {
    guard case .value(let id) = try values.read(row, of: group),
      let text = try values.run.term(id).flatMap(BuiltIns.string)
    else { return }
    try values.memory.keep(columns: text.utf8.count / 8)
    texts[group].append(text)
  }

  func result(of group: Int) -> Term? { .string(texts[group].joined(separator: separator)) }
}
