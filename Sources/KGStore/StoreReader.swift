internal import GRDB

/// A connection for reading, used by one caller at a time, with the cached query source.
final class StoreReader {
  private let queue: DatabaseQueue
  let querySource = LastQuerySource()

  init(_ queue: DatabaseQueue) {
    self.queue = queue
  }

  /// Runs `body` in one read transaction, so that it sees one state of the store.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    // A store in memory has one connection, also for a read within another read.
    try queue.unsafeReentrantRead { database in
      guard !database.isInsideTransaction else { return try body(database) }
      var value: Value?
      try database.inTransaction(.deferred) {
        value = try body(database)
        return .commit
      }
      // The closure has set the value unless it has thrown.
      guard let value else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
      return value
    }
  }

  func close() throws {
    querySource.close()
    try queue.close()
  }
}
