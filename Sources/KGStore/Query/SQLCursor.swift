internal import KGQuerySource

/// The rows of a running statement, with the columns that are wanted.
final class SQLCursor: SolutionCursor {
  /// `nil` at the end, because SQLite would start the statement again.
  private var statement: PreparedStatement?
  private let places: [Int]

  init(_ statement: PreparedStatement, places: [Int]) {
    self.statement = statement
    self.places = places
  }

  func next(_ count: Int) throws -> RowBatch? {
    guard let statement else { return nil }
    var batch = RowBatch(width: places.count)
    while batch.count < count {
      guard try statement.step() else {
        self.statement = nil
        break
      }
      batch.append { statement.int(places[$0]) }
    }
    return batch.isEmpty ? nil : batch
  }
}

/// No rows.
final class EmptyCursor: SolutionCursor {
  func next(_ count: Int) -> RowBatch? { nil }
}
