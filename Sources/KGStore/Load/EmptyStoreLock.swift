internal import GRDB

/// Keeps an empty store empty while its content is built: no other process can open it meanwhile.
///
/// The journal is a rollback journal as long, which has nothing to remember of new pages, so that each is
/// written once; a write-ahead log would write each twice.
struct EmptyStoreLock {
  private let queue: DatabaseQueue

  /// - Returns: `nil` when the store is not empty, or another process has it open.
  init?(_ queue: DatabaseQueue) {
    self.queue = queue
    do {
      let isEmpty = try queue.writeWithoutTransaction { database in
        _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE")
        _ = try String.fetchOne(database, sql: "PRAGMA locking_mode = EXCLUSIVE")
        // Takes the lock; it is kept after the transaction.
        try database.inTransaction(.exclusive) { .commit }
        return try Bool.fetchOne(database, sql: "SELECT NOT EXISTS (SELECT 1 FROM source)")
      }
      guard isEmpty != true else { return }
    } catch {}
    release()
    return nil
  }

  func release() {
    // What fails here is told by the next change; the load itself is done or undone.
    try? queue.writeWithoutTransaction { database in
      _ = try String.fetchOne(database, sql: "PRAGMA locking_mode = NORMAL")
      _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
    }
  }
}
