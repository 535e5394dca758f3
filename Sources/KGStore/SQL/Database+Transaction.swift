/// When a transaction takes its lock.
package enum TransactionKind: String {
  /// At its first statement: for reading.
  case deferred = "DEFERRED"
  /// At once, so that it cannot fail later because another connection is writing.
  case immediate = "IMMEDIATE"
}

extension Database {
  /// Runs `body` in a transaction, which is committed when it returns and rolled back when it throws. A
  /// transaction that cannot be committed is rolled back, too.
  ///
  /// - Throws: `SQLiteError` when there is a transaction already, or it cannot be begun or committed; and what
  ///   `body` throws.
  package func transaction<Value>(
    _ kind: TransactionKind, _ body: () throws -> Value
  ) throws -> Value {
    try execute("BEGIN \(kind.rawValue)", [])
    do {
      let value = try body()
      // Some failures end the transaction, such as a full disk. `body` has ignored one.
      guard isInTransaction else {
        throw SQLiteError(.abort, "the transaction has been rolled back")
      }
      try execute("COMMIT", [])
      return value
    } catch {
      // If rolling back fails, too, SQLite has ended the transaction. The first error is the one to report.
      if isInTransaction { try? execute("ROLLBACK", []) }
      throw error
    }
  }
}
