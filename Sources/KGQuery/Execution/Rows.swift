internal import KGSPARQL

/// Rows of a step, made as they are asked for.
struct Rows {
  private let batch: (_ count: Int) throws -> RowBatch?
  /// What is kept for these rows.
  private let memory: MemoryShare?

  /// - Parameters:
  ///   - memory: What is kept for these rows: it is counted as long as they are read.
  ///   - batch: Makes the next rows, at least one and about as many as are wanted; `nil` at the end.
  init(
    keeping memory: MemoryShare? = nil, _ batch: @escaping (_ count: Int) throws -> RowBatch?
  ) {
    self.batch = batch
    self.memory = memory
  }

  static var empty: Rows { Rows { _ in nil } }

  /// Rows that are there.
  init(_ rows: RowBatch, keeping memory: MemoryShare? = nil) {
    var isDone = rows.isEmpty
    self.init(keeping: memory) { _ in
      defer { isDone = true }
      return isDone ? nil : rows
    }
  }

  /// Rows made of those of another step, where each gives one or none.
  ///
  /// - Parameters:
  ///   - width: Columns of the new rows.
  ///   - add: Adds what becomes of a row.
  init(
    of input: Rows, in context: QueryContext, width: Int,
    _ add: @escaping (Row, inout RowBatch) throws -> Void
  ) {
    self.init { count in
      while let batch = try input.next(count) {
        var result = RowBatch(width: width)
        result.reserve(batch.count)
        for row in batch {
          try context.tick()
          try add(row, &result)
        }
        if !result.isEmpty { return result }
      }
      return nil
    }
  }

  /// The next rows, at least one; `nil` at the end.
  ///
  /// - Parameter count: About how many are wanted: there may be more, as no work is thrown away.
  func next(_ count: Int = RowBatch.usualCount) throws -> RowBatch? { try batch(count) }

  /// Goes through all rows.
  func forEach(_ body: (Row) throws -> Void) throws {
    while let batch = try next() {
      for row in batch { try body(row) }
    }
  }

  /// Hands rows on as soon as they are known, the first by itself, as long as they are wanted.
  ///
  /// - Returns: Whether that was all.
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
