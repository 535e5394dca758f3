internal import KGQuerySource

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

  /// The first row whose key consists of some columns of another row; `nil` when no row has it.
  func first(_ row: Row, places: [Int]) -> Int? {
    keys.index(of: row, places: places).map { ends[$0].first }
  }

  /// The next row with the same key; `nil` after the last.
  func next(after number: Int) -> Int? {
    let following = next[number]
    return following < 0 ? nil : following
  }
}
