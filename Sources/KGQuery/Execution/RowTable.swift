internal import KGQuerySource

/// Distinct rows, with indices from 0 in the order in which they came: a hash table with open addressing for up
/// to 2³² - 2 rows, which is more than ``QueryLimits/maximumMemory`` lets a query keep.
struct RowTable {
  private(set) var rows: RowBatch
  /// The index of a row plus 1; 0 is free. The count is a power of two, and at least a third of them is free.
  private var slots: [UInt32]
  /// Different in each process, so that data cannot be made to put all rows into one slot.
  private static let seed = UInt64.random(in: .min ... .max) | 1

  init(width: Int) {
    rows = RowBatch(width: width)
    slots = [UInt32](repeating: 0, count: 16)
  }

  var count: Int { rows.count }

  /// The index of the row that consists of some columns of another row, which is added if it is new.
  @inline(__always)
  mutating func insert(_ row: Row, places: [Int]) -> (index: Int, isNew: Bool) {
    insert { row[places[$0]] }
  }

  /// The index of a row given column by column, which is added if it is new.
  @inline(__always)
  mutating func insert(_ column: (Int) -> Int64) -> (index: Int, isNew: Bool) {
    let slot = slot(column)
    if slots[slot] != 0 { return (Int(slots[slot]) - 1, false) }
    rows.append(column)
    slots[slot] = UInt32(truncatingIfNeeded: rows.count)
    if rows.count * 3 > slots.count * 2 { grow() }
    return (rows.count - 1, true)
  }

  /// The index of the row that consists of some columns of another row; `nil` when it is not in the table.
  @inline(__always)
  func index(of row: Row, places: [Int]) -> Int? { index { row[places[$0]] } }

  /// The index of a row given column by column; `nil` when it is not in the table.
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

  /// Folds the whole product, as wyhash does, so that every bit of both operands reaches the low bits.
  @inline(__always)
  private static func mix(_ hash: UInt64, _ value: Int64) -> UInt64 {
    let product = (hash ^ UInt64(bitPattern: value))
      .multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
