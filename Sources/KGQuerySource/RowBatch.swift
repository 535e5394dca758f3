/// Rows of term IDs in one flat array, all of the same width; 0 is an unbound column.
///
/// It is public because the compiler does not inline what is `package` into other modules, and each row of a query
/// passes through here several times.
public struct RowBatch: Sequence, Sendable {
  /// The number of rows that are passed on at a time where all are wanted.
  public static let usualCount = 1024

  /// Columns of a row.
  public let width: Int
  /// The number of rows, also of rows without columns.
  @inlinable
  public var count: Int { rowCount }
  @usableFromInline
  internal var rowCount = 0
  @usableFromInline
  internal var values: [Int64] = []

  /// A batch without rows.
  public init(width: Int) {
    self.width = width
  }

  /// - Parameter rows: Each of the given width.
  public init(_ rows: [[Int64]], width: Int) {
    self.width = width
    for row in rows { append(row) }
  }

  /// Whether there are no rows.
  @inlinable
  public var isEmpty: Bool { count == 0 }

  /// The row at an index below ``count``.
  @inlinable
  public subscript(index: Int) -> Row { Row(values, from: index * width) }

  /// A column of the row at an index below ``count``; 0 where it is unbound.
  @inlinable
  public subscript(index: Int, place: Int) -> Int64 { values[index * width + place] }

  /// Allocates memory for a number of rows in total.
  @inlinable
  public mutating func reserve(_ rowCount: Int) { values.reserveCapacity(rowCount * width) }

  /// Adds a row of the batch's width.
  public mutating func append(_ row: [Int64]) {
    values.append(contentsOf: row)
    rowCount += 1
  }

  /// Adds the first columns of a row. Where these are fewer than the batch's, the others have to be added with
  /// ``appendValue(_:)``.
  @inlinable
  public mutating func append(_ row: Row, width: Int) {
    for place in 0..<width { values.append(row[place]) }
    rowCount += 1
  }

  /// Adds a row of the batch's width.
  @inlinable
  public mutating func append(_ row: Row) { append(row, width: width) }

  /// Adds chosen columns of a row; 0 for `nil`.
  @inlinable
  public mutating func append(_ row: Row, places: [Int?]) {
    for place in places { values.append(place.map { row[$0] } ?? 0) }
    rowCount += 1
  }

  /// Adds rows of the same width.
  public mutating func append(contentsOf rows: RowBatch) {
    values.append(contentsOf: rows.values)
    rowCount += rows.count
  }

  /// Adds a row column by column.
  ///
  /// - Parameter width: Fewer columns than the batch has, where the others are added with ``appendValue(_:)``.
  @inlinable
  public mutating func append(
    width: Int? = nil, _ column: (Int) throws -> Int64
  ) rethrows {
    for place in 0..<(width ?? self.width) { values.append(try column(place)) }
    rowCount += 1
  }

  /// Adds a column to the last row, which was added with fewer columns.
  @inlinable
  public mutating func appendValue(_ value: Int64) { values.append(value) }

  /// Changes a column of the last row.
  @inlinable
  public mutating func setLast(_ place: Int, to value: Int64) {
    values[values.count - width + place] = value
  }

  /// The last row with the columns that have been added so far. The batch must not be empty.
  public var last: Row { Row(values, from: (count - 1) * width) }

  /// Up to `count` rows from an index on.
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

  /// Iterates over the rows.
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

    /// The next row; `nil` at the end.
    @inlinable
    public mutating func next() -> Row? {
      guard left > 0 else { return nil }
      left -= 1
      defer { start += width }
      return Row(values, from: start)
    }
  }

  /// An iterator at the first row.
  @inlinable
  public func makeIterator() -> Iterator { Iterator(self) }
}

/// A row of a batch: term IDs, 0 where unbound.
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

  /// A row with an array of its own.
  public init(_ values: [Int64]) {
    self.init(values, from: 0)
  }

  /// The ID in a column; 0 where it is unbound.
  @inlinable
  public subscript(place: Int) -> Int64 { values[start + place] }
}
