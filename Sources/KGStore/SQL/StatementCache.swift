internal import CSQLite

/// Prepared statements that are not running, by their text: preparing takes longer than many a query runs.
struct StatementCache {
  /// Several of a text, if they ran at the same time.
  private var idle: [String: [OpaquePointer]] = [:]
  private var count = 0

  /// All statements are finalized when there are more.
  static let maximumCount = 256

  /// A statement that is ready to run, for the caller alone; `nil` when there is none with the text.
  mutating func take(_ sql: String) -> OpaquePointer? {
    guard let statement = idle[sql]?.popLast() else { return nil }
    count -= 1
    return statement
  }

  /// Takes a statement back, which may be running and have values bound.
  mutating func put(_ statement: OpaquePointer, _ sql: String) {
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
    if count >= Self.maximumCount { removeAll() }
    idle[sql, default: []].append(statement)
    count += 1
  }

  /// Finalizes all statements.
  mutating func removeAll() {
    for statements in idle.values { for statement in statements { sqlite3_finalize(statement) } }
    idle = [:]
    count = 0
  }
}
