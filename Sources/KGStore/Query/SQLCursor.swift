internal import KGQuerySource

/// The rows of a running statement, with the columns that are wanted.
final class SQLCursor: SolutionCursor {
  /// `nil` at the end, because SQLite would start the statement again.
  private var statement: PreparedStatement?
  private let places: [Int]
  /// Takes the statement back when it can run again.
  private let reuse: ((PreparedStatement) -> Void)?

  init(
    _ statement: PreparedStatement, places: [Int], reuse: ((PreparedStatement) -> Void)? = nil
  ) {
    self.statement = statement
    self.places = places
    self.reuse = reuse
  }

  deinit { finish() }

  func next(_ count: Int) throws -> RowBatch? {
    guard let statement else { return nil }
    var batch = RowBatch(width: places.count)
    while batch.count < count {
      guard try statement.step() else {
        finish()
        break
      }
      batch.append { statement.int(places[$0]) }
    }
    return batch.isEmpty ? nil : batch
  }

  private func finish() {
    guard let statement else { return }
    self.statement = nil
    statement.reset()
    reuse?(statement)
  }
}

/// No rows.
final class EmptyCursor: SolutionCursor {
  func next(_ count: Int) -> RowBatch? { nil }
}
