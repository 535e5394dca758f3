internal import KGModel
internal import KGSPARQL

/// One aggregate over all groups, which are numbered from 0 in the order in which they begin.
protocol Accumulator: AnyObject {
  func add(_ row: Row, to group: Int) throws
  /// `nil` for an error, which leaves the variable unbound. A group may have had no rows.
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

/// The values of an aggregate's argument, for DISTINCT each once a group.
final class ValueReader {
  let context: QueryContext
  let memory: MemoryShare
  private let argument: ExpressionEvaluator
  private let isDistinct: Bool
  private var seen = RowTable(width: 2)

  init(_ argument: ExpressionEvaluator, distinct: Bool, _ context: QueryContext) {
    self.argument = argument
    self.context = context
    memory = context.memoryShare()
    isDistinct = distinct
  }

  enum Reading {
    case number(Int64)
    /// Unbound, or an error.
    case none
    /// It has come before.
    case repeated
  }

  func read(_ row: Row, of group: Int) throws -> Reading {
    let number = try argument.number(row)
    if number == 0 { return .none }
    guard isDistinct else { return .number(number) }
    guard seen.insert({ $0 == 0 ? Int64(group) : number }).isNew else { return .repeated }
    try memory.keep(columns: 2)
    return .number(number)
  }
}

/// COUNT(*).
final class RowCounter: Accumulator {
  private let memory: MemoryShare
  /// The places that make a row different from others.
  private let distinctPlaces: [Int]?
  private var seen: [RowTable] = []
  private var counts = GroupValues(initial: 0)

  init(distinct: [Int]?, _ context: QueryContext) {
    distinctPlaces = distinct
    memory = context.memoryShare()
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
    if case .number = try values.read(row, of: group) { counts[group] += 1 }
  }

  func result(of group: Int) -> Term? { .integer(counts[group]) }
}

/// The first value there is.
final class SampleAccumulator: Accumulator {
  private let values: ValueReader
  private var samples = GroupValues<Int64>(initial: 0)

  init(_ values: ValueReader) {
    self.values = values
  }

  func add(_ row: Row, to group: Int) throws {
    if case .number(let number) = try values.read(row, of: group), samples[group] == 0 {
      samples[group] = number
    }
  }

  func result(of group: Int) throws -> Term? { try values.context.term(samples[group]) }
}

/// MIN and MAX, in the order of ORDER BY.
final class ExtremeAccumulator: Accumulator {
  private let values: ValueReader
  private let wanted: ValueOrder
  private var best = GroupValues<(number: Int64, key: SortKey)?>(initial: nil)

  /// - Parameter wanted: Where a better value stands.
  init(_ values: ValueReader, wanted: ValueOrder) {
    self.values = values
    self.wanted = wanted
  }

  func add(_ row: Row, to group: Int) throws {
    guard case .number(let number) = try values.read(row, of: group) else { return }
    let known = best[group]
    if known?.number == number { return }
    let key = SortKey(try values.context.term(number))
    if let known, key.compare(to: known.key) != wanted { return }
    best[group] = (number, key)
  }

  func result(of group: Int) throws -> Term? {
    try best[group].flatMap { try values.context.term($0.number) }
  }
}

/// SUM and AVG: of what is not a number, or not known, there is none.
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
    case .none: sums[group].sum = nil
    case .number(let number):
      guard let sum = sums[group].sum else { return }
      let value = try values.context.term(number).flatMap { Numeric($0) }
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
    guard case .number(let number) = try values.read(row, of: group),
      let text = try values.context.term(number).flatMap(BuiltIns.string)
    else { return }
    try values.memory.keep(columns: text.utf8.count / 8)
    texts[group].append(text)
  }

  func result(of group: Int) -> Term? { .string(texts[group].joined(separator: separator)) }
}
