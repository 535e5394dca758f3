internal import GRDB

/// The settings under which a large source is read into an empty store: a rollback journal, which has
/// nothing to remember of pages that are new, so that each is written once; a write-ahead log would write
/// each twice. The load is as safe as any transaction.
struct LoadSettings {
  private let queue: DatabaseQueue

  /// - Returns: `nil` when another process has the file open, which then goes on reading.
  init?(_ queue: DatabaseQueue) {
    self.queue = queue
    do {
      try queue.writeWithoutTransaction { database in
        _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE")
        try database.execute(sql: "PRAGMA cache_size = -65536")
      }
    } catch {
      return nil
    }
  }

  func restore() {
    // What fails here is told by the next change; the load itself is done or undone.
    try? queue.writeWithoutTransaction { database in
      _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
      try database.execute(sql: "PRAGMA cache_size = -8192")
    }
  }
}
