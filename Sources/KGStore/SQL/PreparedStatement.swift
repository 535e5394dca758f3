internal import GRDB
internal import GRDBSQLite

/// An SQL statement on the C interface of SQLite: for loops that run millions of times, and for texts that
/// contain NUL, which other interfaces cut.
final class PreparedStatement {
  private let connection: OpaquePointer?
  private var statement: OpaquePointer?
  /// Owns the statement if the connection caches it.
  private let kept: GRDB.Statement?

  /// A statement that the connection caches, for small changes and queries that always use the same
  /// statements.
  ///
  /// - Throws: `DatabaseError`, with the SQL, when it cannot be prepared.
  convenience init(kept sql: String, by database: Database) throws {
    let kept = try database.cachedStatement(sql: sql)
    if sqlite3_stmt_busy(kept.sqliteStatement) != 0 {
      // The cached statement is running: prepare another one.
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

  /// - Throws: `DatabaseError`, with the SQL, when it cannot be prepared.
  init(_ database: Database, _ sql: String) throws {
    connection = database.sqliteConnection
    kept = nil
    let code = sqlite3_prepare_v3(
      connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    try Self.check(code, connection, sql)
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

  /// Binds UTF-8 without copying: the bytes must stay valid until the statement is reset.
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

  /// Binds bytes without copying: they must stay valid until the statement is reset.
  func bind(blob: UnsafeRawBufferPointer, at place: Int) {
    sqlite3_bind_blob(statement, Int32(place), blob.baseAddress, Int32(clamping: blob.count), nil)
  }

  /// `SQLITE_TRANSIENT`: SQLite makes a copy.
  private static var transient: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  /// Advances to the next row.
  ///
  /// - Returns: Whether there is a row.
  /// - Throws: `DatabaseError`, with the SQL.
  func step() throws -> Bool {
    let code = sqlite3_step(statement)
    if code == SQLITE_ROW { return true }
    if code != SQLITE_DONE {
      defer { reset() }
      try Self.check(code, connection, sqlite3_sql(statement).map { String(cString: $0) })
    }
    return false
  }

  /// Runs a statement that returns no rows, and resets it.
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

  private static func check(
    _ code: Int32, _ connection: OpaquePointer?, _ sql: String?
  ) throws {
    guard code != SQLITE_OK else { return }
    let message = sqlite3_errmsg(connection).map { String(cString: $0) }
    throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: sql)
  }
}
