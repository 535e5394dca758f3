/// A connection for reading, used by one caller at a time, with the cached query source.
final class StoreReader {
  private let database: Database
  let querySource = LastQuerySource()

  init(_ database: Database) {
    self.database = database
  }

  /// Runs `body` in one read transaction, so that it sees one state of the store.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    // A store in memory has one connection, also for a read within another read.
    if database.isInTransaction { return try body(database) }
    return try database.transaction(.deferred) { try body(database) }
  }

  func close() throws {
    querySource.close()
    try database.close()
  }
}
