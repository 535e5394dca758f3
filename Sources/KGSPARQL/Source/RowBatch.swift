/// Rows of numbers of terms, all of the same width, one after the other.
public struct RowBatch: Sequence, Sendable {
  /// So many rows are handed on at a time where all are wanted.
  public static let usualCount = 1024

  /// Columns of a row.
  public let width: Int
  /// Rows: also those without columns count.
  @inlinable
  public var count: Int { rowCount }
  @usableFromInline
  internal var rowCount = 0
  @usableFromInline
  internal var values: [Int64] = []

  /// No rows yet.
  public init(width: Int) {
    self.width = width
  }

  /// - Parameter rows: Of one width.
  public init(_ rows: [[Int64]], width: Int) {
    self.width = width
    for row in rows { append(row) }
  }

  @inlinable
  public var isEmpty: Bool { count == 0 }

  @inlinable
  public subscript(index: Int) -> Row { Row(values, from: index * width) }

  @inlinable
  public subscript(index: Int, place: Int) -> Int64 { values[index * width + place] }

  @inlinable
  public mutating func reserve(_ rowCount: Int) { values.reserveCapacity(rowCount * width) }

  /// - Parameter row: Of this width.
  public mutating func append(_ row: [Int64]) {
    values.append(contentsOf: row)
    rowCount += 1
  }

  /// Adds a row as wide as this or less wide: the missing columns are to be added with ``appendValue(_:)``.
  @inlinable
  public mutating func append(_ row: Row, width: Int) {
    for place in 0..<width { values.append(row[place]) }
    rowCount += 1
  }

  @inlinable
  public mutating func append(_ row: Row) { append(row, width: width) }

  /// Adds columns of a row of another table; 0 where there is none.
  @inlinable
  public mutating func append(_ row: Row, places: [Int?]) {
    for place in places { values.append(place.map { row[$0] } ?? 0) }
    rowCount += 1
  }

  /// - Parameter rows: Of this width.
  public mutating func append(contentsOf rows: RowBatch) {
    values.append(contentsOf: rows.values)
    rowCount += rows.count
  }

  /// Adds a row that is made column by column.
  ///
  /// - Parameter width: Less than that of the batch where columns are to be added with ``appendValue(_:)``.
  @inlinable
  public mutating func append(
    width: Int? = nil, _ column: (Int) throws -> Int64
  ) rethrows {
    for place in 0..<(width ?? self.width) { values.append(try column(place)) }
    rowCount += 1
  }

  /// Adds a column to the last row, which was added less wide.
  @inlinable
  public mutating func appendValue(_ value: Int64) { values.append(value) }

  /// Changes a column of the last row.
  @inlinable
  public mutating func setLast(_ place: Int, to value: Int64) {
    values[values.count - width + place] = value
  }

  /// The last row, as far as its columns have been added; there must be one.
  public var last: Row { Row(values, from: (count - 1) * width) }

  /// So many rows, if there are as many, from one on.
  public func part(_ first: Int, count: Int) -> RowBatch {
    let end = first + Swift.min(count, self.count - first)
    if first == 0, end == self.count { return self }
    var part = RowBatch(width: width)
    part.values = Array(values[first * width..<end * width])
    part.rowCount = end - first
    return part
  }

  /// Keeps the first rows.
  public mutating func truncate(to count: Int) {
    guard count < self.count else { return }
    rowCount = count
    values.removeLast(values.count - count * width)
  }

  public struct Iterator: IteratorProtocol {
    @usableFromInline
    internal let values: [Int64]
    @usableFromInline
    internal let width: Int
    @usableFromInline
    internal var left: Int
    @usableFromInline
    internal var start = 0

    @inlinable
    internal init(_ batch: RowBatch) {
      (values, width, left) = (batch.values, batch.width, batch.count)
    }

    @inlinable
    public mutating func next() -> Row? {
      guard left > 0 else { return nil }
      left -= 1
      defer { start += width }
      return Row(values, from: start)
    }
  }

  @inlinable
  public func makeIterator() -> Iterator { Iterator(self) }
}

/// A row of a batch: the numbers of terms, 0 where unbound.
public struct Row: Sendable {
  @usableFromInline
  internal let values: [Int64]
  @usableFromInline
  internal let start: Int

  @inlinable
  internal init(_ values: [Int64], from start: Int) {
    self.values = values
    self.start = start
  }

  /// A row by itself.
  public init(_ values: [Int64]) {
    self.init(values, from: 0)
  }

  @inlinable
  public subscript(place: Int) -> Int64 { values[start + place] }
}
