internal import GRDB

/// A connection that reads, for one user at a time, and what it has looked up.
final class StoreReader {
  private let queue: DatabaseQueue
  let querySource = LastQuerySource()

  init(_ queue: DatabaseQueue) {
    self.queue = queue
  }

  /// Reads the store as it is at one moment.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    // What is in memory has one connection, also for what is read within a reading.
    try queue.unsafeReentrantRead { database in
      guard !database.isInsideTransaction else { return try body(database) }
      var value: Value?
      try database.inTransaction(.deferred) {
        value = try body(database)
        return .commit
      }
      // It has been set, or an error thrown.
      guard let value else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
      return value
    }
  }

  func close() throws {
    querySource.close()
    try queue.close()
  }
}
