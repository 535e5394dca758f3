internal import KGQuerySource

/// The rows of a step that has been opened, computed as they are asked for.
struct Rows {
  private let batch: (_ count: Int) throws -> RowBatch?
  /// Counted as long as these rows are read.
  private let memory: MemoryShare?

  /// - Parameters:
  ///   - memory: Counted as long as these rows are read.
  ///   - batch: Returns the next rows, at least one and about as many as are wanted; `nil` at the end.
  init(
    keeping memory: MemoryShare? = nil, _ batch: @escaping (_ count: Int) throws -> RowBatch?
  ) {
    self.batch = batch
    self.memory = memory
  }

  static var empty: Rows { Rows { _ in nil } }

  /// Rows that are known already.
  init(_ rows: RowBatch, keeping memory: MemoryShare? = nil) {
    var isDone = rows.isEmpty
    self.init(keeping: memory) { _ in
      defer { isDone = true }
      return isDone ? nil : rows
    }
  }

  /// Rows computed from those of another step, where each becomes one row or is dropped.
  ///
  /// - Parameters:
  ///   - width: Columns of the new rows.
  ///   - add: Adds the new row for a row, if it has one.
  init(
    of input: Rows, in run: QueryRun, width: Int,
    _ add: @escaping (Row, inout RowBatch) throws -> Void
  ) {
    self.init { count in
      while let batch = try input.next(count) {
        var result = RowBatch(width: width)
        result.reserve(batch.count)
        for row in batch {
          try run.tick()
          try add(row, &result)
        }
        if !result.isEmpty { return result }
      }
      return nil
    }
  }

  /// The next rows, at least one; `nil` at the end.
  ///
  /// - Parameter count: About how many are wanted; rows beyond that are not thrown away.
  func next(_ count: Int = RowBatch.usualCount) throws -> RowBatch? { try batch(count) }

  /// Passes all rows to a closure.
  func forEach(_ body: (Row) throws -> Void) throws {
    while let batch = try next() {
      for row in batch { try body(row) }
    }
  }

  /// Passes rows on as soon as they are known, the first one alone, as long as they are wanted.
  ///
  /// - Returns: Whether all rows were wanted.
  func stream(_ isWanted: (Row) throws -> Bool) throws -> Bool {
    var count = 1
    while let batch = try next(count) {
      for row in batch {
        guard try isWanted(row) else { return false }
      }
      count = min(count * 4, RowBatch.usualCount)
    }
    return true
  }
}
