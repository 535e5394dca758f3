internal import CSQLite

/// An SQL statement: values are bound to its parameters, then it is run row by row.
package final class PreparedStatement {
  /// Statements end before their connection.
  private let database: Database
  /// SQLite's handle; `nil` for an empty text, which fails when it is run.
  let statement: OpaquePointer?
  /// The text under which the connection keeps the statement for its next use; `nil` to finalize it.
  private let keptText: String?
  /// The result of the first value that could not be bound, reported by the next step.
  private var bindingResult = SQLITE_OK

  /// A statement that the connection keeps, for those that run again and again with the same text.
  ///
  /// - Throws: `SQLiteError`, with the SQL, when it cannot be prepared.
  init(kept sql: String, by database: Database, _ values: [any BindableValue] = []) throws {
    self.database = database
    statement = try database.takeStatement(sql)
    keptText = sql
    for (index, value) in values.enumerated() { value.bind(to: self, at: index + 1) }
  }

  /// A statement that runs many times now, but whose text is not expected again.
  ///
  /// - Throws: `SQLiteError`, with the SQL, when it cannot be prepared.
  convenience init(_ database: Database, _ sql: String) throws {
    self.init(try database.prepare(sql, isPersistent: true), of: database)
  }

  /// Takes a prepared statement over, and finalizes it at the end.
  init(_ statement: OpaquePointer?, of database: Database) {
    self.database = database
    self.statement = statement
    keptText = nil
  }

  deinit {
    if let keptText, let statement {
      database.putBack(statement, keptText)
    } else {
      sqlite3_finalize(statement)
    }
  }

  /// The text of the statement; `nil` when it is empty.
  var sql: String? { sqlite3_sql(statement).map { String(cString: $0) } }

  // MARK: Parameters, counted from 1

  func bind(_ value: Int64, at place: Int) {
    check(sqlite3_bind_int64(statement, Int32(place), value))
  }

  /// Binds UTF-8 without copying: the bytes must stay valid until the statement is reset.
  func bind(text: UnsafeBufferPointer<UInt8>, at place: Int) {
    guard let start = text.baseAddress else { return bind("", at: place) }
    start.withMemoryRebound(to: CChar.self, capacity: text.count) {
      check(sqlite3_bind_text(statement, Int32(place), $0, Int32(clamping: text.count), nil))
    }
  }

  func bind(_ text: String, at place: Int) {
    let byteCount = Int32(clamping: text.utf8.count)
    text.withCString {
      check(sqlite3_bind_text(statement, Int32(place), $0, byteCount, Self.transient))
    }
  }

  /// Binds bytes without copying: they must stay valid until the statement is reset.
  func bind(blob: UnsafeRawBufferPointer, at place: Int) {
    check(
      sqlite3_bind_blob(
        statement, Int32(place), blob.baseAddress, Int32(clamping: blob.count), nil))
  }

  private func check(_ result: Int32) {
    if result != SQLITE_OK, bindingResult == SQLITE_OK { bindingResult = result }
  }

  /// `SQLITE_TRANSIENT`: SQLite makes a copy.
  private static var transient: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  // MARK: Rows

  /// Advances to the next row.
  ///
  /// - Returns: Whether there is a row.
  /// - Throws: `SQLiteError`, with the SQL; also when a value could not be bound.
  func step() throws -> Bool {
    guard bindingResult == SQLITE_OK else {
      defer { bindingResult = SQLITE_OK }
      throw SQLiteError(result: bindingResult, database.connection, sql: sql)
    }
    let result = sqlite3_step(statement)
    if result == SQLITE_ROW { return true }
    if result != SQLITE_DONE {
      defer { reset() }
      throw SQLiteError(result: result, database.connection, sql: sql)
    }
    return false
  }

  /// Runs the statement to its end, drops the rows that it returns, and resets it.
  func run() throws {
    while try step() {}
    reset()
  }

  func reset() {
    sqlite3_reset(statement)
  }
}
