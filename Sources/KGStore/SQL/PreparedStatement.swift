internal import GRDB
internal import GRDBSQLite

/// A statement of SQL on the raw interface of SQLite: for the loops that run millions of times, and for
/// texts with a NUL, at which other interfaces stop.
final class PreparedStatement {
  private let connection: OpaquePointer?
  private var statement: OpaquePointer?
  /// Owns the statement when the connection keeps it.
  private let kept: GRDB.Statement?

  /// A statement that the connection keeps for the next time: for the many small changes and questions whose
  /// statements are always the same.
  convenience init(kept sql: String, by database: Database) throws {
    let kept = try database.cachedStatement(sql: sql)
    if sqlite3_stmt_busy(kept.sqliteStatement) != 0 {
      // Somebody is in the middle of it.
      try self.init(database, sql)
    } else {
      self.init(database, kept: kept)
    }
  }

  private init(_ database: Database, kept: GRDB.Statement) {
    connection = database.sqliteConnection
    self.kept = kept
    statement = kept.sqliteStatement
  }

  init(_ database: Database, _ sql: String) throws {
    connection = database.sqliteConnection
    kept = nil
    let code = sqlite3_prepare_v3(
      connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    try Self.check(code, connection)
  }

  deinit {
    if kept == nil {
      sqlite3_finalize(statement)
    } else {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
  }

  /// Places count from 1.
  func bind(_ value: Int64, at place: Int) {
    sqlite3_bind_int64(statement, Int32(place), value)
  }

  /// The bytes must stay until the statement is reset.
  func bind(text: UnsafeBufferPointer<UInt8>, at place: Int) {
    guard let start = text.baseAddress else { return bind("", at: place) }
    start.withMemoryRebound(to: CChar.self, capacity: text.count) {
      _ = sqlite3_bind_text(statement, Int32(place), $0, Int32(clamping: text.count), nil)
    }
  }

  func bind(_ text: String, at place: Int) {
    var text = text
    text.withUTF8 { bytes in
      let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
      _ = sqlite3_bind_text(
        statement, Int32(place), start, Int32(clamping: bytes.count), Self.transient)
    }
  }

  /// The bytes must stay until the statement is reset.
  func bind(blob: UnsafeRawBufferPointer, at place: Int) {
    sqlite3_bind_blob(statement, Int32(place), blob.baseAddress, Int32(clamping: blob.count), nil)
  }

  /// `SQLITE_TRANSIENT`: SQLite makes a copy.
  private static var transient: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  /// - Returns: Whether there is a row.
  func step() throws -> Bool {
    let code = sqlite3_step(statement)
    if code == SQLITE_ROW { return true }
    if code != SQLITE_DONE {
      defer { reset() }
      try Self.check(code, connection)
    }
    return false
  }

  /// Runs a statement that gives no rows, and makes it ready to run again.
  func run() throws {
    _ = try step()
    reset()
  }

  func reset() {
    sqlite3_reset(statement)
  }

  /// Columns count from 0.
  func int(_ column: Int) -> Int64 { sqlite3_column_int64(statement, Int32(column)) }

  /// Valid until the next step or reset.
  func text(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    let count = Int(sqlite3_column_bytes(statement, Int32(column)))
    return UnsafeBufferPointer(start: sqlite3_column_text(statement, Int32(column)), count: count)
  }

  /// Valid until the next step or reset.
  func blob(_ column: Int) -> UnsafeRawBufferPointer {
    let count = Int(sqlite3_column_bytes(statement, Int32(column)))
    return UnsafeRawBufferPointer(
      start: sqlite3_column_blob(statement, Int32(column)), count: count)
  }

  private static func check(_ code: Int32, _ connection: OpaquePointer?) throws {
    guard code != SQLITE_OK else { return }
    let message = sqlite3_errmsg(connection).map { String(cString: $0) }
    throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }
}
