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
      try database.beginTransaction(.deferred)
      // Nothing was changed: both ends are the same, and this one cannot fail for long.
      defer { try? database.commit() }
      return try body(database)
    }
  }

  func close() throws {
    querySource.close()
    try queue.close()
  }
}
