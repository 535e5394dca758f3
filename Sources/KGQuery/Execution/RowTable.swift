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
  mutating func insert(_ row: Row, places: [Int]) -> (index: Int, isNew: Bool) {
    let slot = slot(row, places)
    if slots[slot] != 0 { return (Int(slots[slot]) - 1, false) }
    rows.append { row[places[$0]] }
    slots[slot] = UInt32(truncatingIfNeeded: rows.count)
    if rows.count * 3 > slots.count * 2 { grow() }
    return (rows.count - 1, true)
  }

  /// The number of a row of two columns, put in if it is new.
  mutating func insert(_ first: Int64, _ second: Int64) -> (index: Int, isNew: Bool) {
    insert(Row([first, second]), places: [0, 1])
  }

  /// The number of the row that some columns of another make.
  func index(of row: Row, places: [Int]) -> Int? {
    let slot = slot(row, places)
    return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
  }

  /// The slot of a row, or the free one where it belongs.
  private func slot(_ row: Row, _ places: [Int]) -> Int {
    let mask = slots.count - 1
    var hash = Self.seed
    for place in places { hash = Self.mix(hash, row[place]) }
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let known = rows[Int(slots[slot]) - 1]
      if places.indices.allSatisfy({ known[$0] == row[places[$0]] }) { break }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (index, row) in rows.enumerated() {
      var hash = Self.seed
      for place in 0..<rows.width { hash = Self.mix(hash, row[place]) }
      var slot = Int(truncatingIfNeeded: hash) & mask
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
