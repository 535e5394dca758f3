internal import KGSPARQL

/// Different rows, numbered from 0 in the order in which they came. A hash table with open addressing; no
/// more than 2³² - 2 rows, which is beyond what ``QueryLimits/maximumMemory`` lets a query keep.
struct RowTable {
  private(set) var rows: RowBatch
  /// The number of a row and 1 more; 0 is free. A power of two, at least a third of them free.
  private var slots: [UInt32]
  /// Different in each process: nobody can prepare rows that all meet in one slot.
  private static let seed = UInt64.random(in: .min ... .max) | 1

  init(width: Int) {
    rows = RowBatch(width: width)
    slots = [UInt32](repeating: 0, count: 16)
  }

  var count: Int { rows.count }

  /// The number of the row that some columns of another make, put in if it is new.
  @inline(__always)
  mutating func insert(_ row: Row, places: [Int]) -> (index: Int, isNew: Bool) {
    insert { row[places[$0]] }
  }

  /// The number of a row that is told column by column, put in if it is new.
  @inline(__always)
  mutating func insert(_ column: (Int) -> Int64) -> (index: Int, isNew: Bool) {
    let slot = slot(column)
    if slots[slot] != 0 { return (Int(slots[slot]) - 1, false) }
    rows.append(column)
    slots[slot] = UInt32(truncatingIfNeeded: rows.count)
    if rows.count * 3 > slots.count * 2 { grow() }
    return (rows.count - 1, true)
  }

  /// The number of the row that some columns of another make.
  @inline(__always)
  func index(of row: Row, places: [Int]) -> Int? { index { row[places[$0]] } }

  /// The number of a row that is told column by column.
  @inline(__always)
  func index(_ column: (Int) -> Int64) -> Int? {
    let slot = slot(column)
    return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
  }

  /// The slot of a row, or the free one where it belongs.
  @inline(__always)
  private func slot(_ column: (Int) -> Int64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash(column)) & mask
    search: while slots[slot] != 0 {
      let known = Int(slots[slot]) - 1
      for place in 0..<rows.width where rows[known, place] != column(place) {
        slot = (slot + 1) & mask
        continue search
      }
      break
    }
    return slot
  }

  @inline(__always)
  private func hash(_ column: (Int) -> Int64) -> UInt64 {
    var hash = Self.seed
    for place in 0..<rows.width { hash = Self.mix(hash, column(place)) }
    return hash
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for index in 0..<rows.count {
      var slot = Int(truncatingIfNeeded: hash { rows[index, $0] }) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(truncatingIfNeeded: index + 1)
    }
  }

  /// Folds the whole product, as wyhash does: every bit of both counts in the low ones.
  @inline(__always)
  private static func mix(_ hash: UInt64, _ value: Int64) -> UInt64 {
    let product = (hash ^ UInt64(bitPattern: value))
      .multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}

/// Rows by the values of some of their columns.
final class RowIndex {
  private let places: [Int]
  private(set) var rows: RowBatch
  private var keys: RowTable
  /// The first and the last row of each key.
  private var ends: [(first: Int, last: Int)] = []
  /// The next row with the same key; -1 after the last.
  private var next: [Int] = []

  init(width: Int, places: [Int]) {
    self.places = places
    rows = RowBatch(width: width)
    keys = RowTable(width: places.count)
  }

  func append(_ row: Row) {
    let number = rows.count
    rows.append(row)
    next.append(-1)
    let (key, isNew) = keys.insert(row, places: places)
    if isNew {
      ends.append((number, number))
    } else {
      next[ends[key].last] = number
      ends[key].last = number
    }
  }

  /// The first row whose key is made of some columns of another row.
  func first(_ row: Row, places: [Int]) -> Int? {
    keys.index(of: row, places: places).map { ends[$0].first }
  }

  /// The row after another one with the same key.
  func next(after number: Int) -> Int? {
    let following = next[number]
    return following < 0 ? nil : following
  }
}
