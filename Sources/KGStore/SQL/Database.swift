internal import CSQLite
internal import Foundation

/// A connection to an SQLite database, in a file or in memory.
///
/// It has no lock: SQLite's own would be taken for every row and column that is read. Whoever shares a
/// connection between threads must let one of them at a time use it and its statements.
package final class Database {
  /// How a file is opened.
  enum Mode {
    /// For changes, or for reading if the file cannot be written; it is created if it does not exist.
    case create
    /// For changes, or for reading if the file cannot be written.
    case existing
    /// For reading a file that no process changes meanwhile: SQLite does not lock it and ignores its log.
    case immutable
  }

  static let memoryPath = ":memory:"

  /// SQLite's handle; `nil` when the connection is closed.
  private(set) var connection: OpaquePointer?
  private var idleStatements = StatementCache()

  /// The limit on a text or blob, because a file may come from elsewhere.
  private static let maximumValueByteCount: Int32 = 256 << 20

  /// Opens a file for changes, and creates it if it does not exist.
  ///
  /// - Throws: `SQLiteError` when it cannot be opened. That it is not an SQLite file can become known at the
  ///   first statement only.
  package convenience init(path: String) throws {
    try self.init(path, .create)
  }

  /// - Parameters:
  ///   - path: ``memoryPath`` for a database in memory.
  ///   - busyTimeout: How long a statement waits for the lock of another connection.
  /// - Throws: `SQLiteError` when it cannot be opened. That it is not an SQLite file can become known at the
  ///   first statement only.
  init(_ path: String, _ mode: Mode, busyTimeout: Duration = .zero) throws {
    let flags =
      switch mode {
      case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      case .existing: SQLITE_OPEN_READWRITE
      case .immutable: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
      }
    var connection: OpaquePointer?
    let result = sqlite3_open_v2(
      mode == .immutable ? Self.immutableURI(path) : path, &connection,
      flags | SQLITE_OPEN_NOMUTEX, nil)
    guard result == SQLITE_OK else {
      let error = SQLiteError(result: result, connection)
      sqlite3_close_v2(connection)
      throw error
    }
    self.connection = connection
    sqlite3_extended_result_codes(connection, 1)
    sqlite3_busy_timeout(connection, Int32(clamping: Int(busyTimeout / .milliseconds(1))))
    sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, Self.maximumValueByteCount)
    csqlite_refuse_double_quoted_texts(connection)
    try execute("PRAGMA foreign_keys = ON")
  }

  /// Statements keep their connection, so all of them have ended, except the idle ones.
  deinit {
    idleStatements.removeAll()
    sqlite3_close_v2(connection)
  }

  private static func immutableURI(_ path: String) -> String {
    let name = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
    return "file:\(name)?immutable=1"
  }

  /// Closes the connection, unless it is closed already.
  ///
  /// - Throws: `SQLiteError` when a statement still exists, or the file cannot be closed. The connection then
  ///   stays open.
  package func close() throws {
    guard let connection else { return }
    idleStatements.removeAll()
    let result = sqlite3_close(connection)
    guard result == SQLITE_OK else { throw SQLiteError(result: result, connection) }
    self.connection = nil
  }

  // MARK: Statements

  /// Runs statements that are separated by semicolons. Rows that they return are dropped.
  ///
  /// - Throws: `SQLiteError`, with the statement that failed. Those before it have run.
  package func execute(_ sql: String) throws {
    try sql.withCString { text in
      var rest: UnsafePointer<CChar>? = text
      while let start = rest, start.pointee != 0 {
        // There is no statement after the last semicolon.
        guard let statement = try prepare(start, end: &rest) else { continue }
        try PreparedStatement(statement, of: self).run()
      }
    }
  }

  /// Runs one statement, which the connection keeps for the next time. Rows that it returns are dropped.
  ///
  /// - Throws: `SQLiteError`, with the SQL.
  package func execute(_ sql: String, _ values: [any BindableValue]) throws {
    try PreparedStatement(kept: sql, by: self, values).run()
  }

  /// Prepares the first statement of a text.
  ///
  /// - Parameters:
  ///   - isPersistent: Whether the statement will run many times.
  ///   - end: Set to the end of that statement.
  /// - Returns: `nil` when the text has only spaces and comments.
  func prepare(
    _ sql: UnsafePointer<CChar>, isPersistent: Bool = false,
    end: UnsafeMutablePointer<UnsafePointer<CChar>?>? = nil
  ) throws -> OpaquePointer? {
    var statement: OpaquePointer?
    let result = sqlite3_prepare_v3(
      connection, sql, -1, isPersistent ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0, &statement, end)
    guard result == SQLITE_OK else {
      throw SQLiteError(result: result, connection, sql: String(cString: sql))
    }
    return statement
  }

  /// A statement that is not running, kept from an earlier use or prepared now. ``putBack(_:_:)`` takes it
  /// back.
  func takeStatement(_ sql: String) throws -> OpaquePointer? {
    try idleStatements.take(sql) ?? prepare(sql, isPersistent: true)
  }

  func putBack(_ statement: OpaquePointer, _ sql: String) {
    idleStatements.put(statement, sql)
  }

  // MARK: State

  /// Whether a transaction has begun and not ended.
  var isInTransaction: Bool { connection.map { sqlite3_get_autocommit($0) == 0 } ?? false }

  /// The number of rows that the last INSERT, UPDATE or DELETE has changed.
  var changeCount: Int64 { connection.map { sqlite3_changes64($0) } ?? 0 }

  /// The number of rows that this connection has changed since it was opened.
  var totalChangeCount: Int64 { connection.map { sqlite3_total_changes64($0) } ?? 0 }

  /// The id of the last row that was inserted.
  var lastInsertedRowID: Int64 { connection.map { sqlite3_last_insert_rowid($0) } ?? 0 }
}
