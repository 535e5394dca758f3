internal import CSQLite

/// The columns of the current row, counted from 0.
///
/// SQLite does not enforce the types of columns, and a file may come from elsewhere, so values of other types
/// are converted: a text that does not begin with a number is the integer 0, NULL an empty text.
extension PreparedStatement {
  func int(_ column: Int) -> Int64 { sqlite3_column_int64(statement, Int32(column)) }

  /// The whole text, also after a NUL in it; ill-formed UTF-8 is replaced by U+FFFD.
  func text(_ column: Int) -> String { String(decoding: utf8(column), as: UTF8.self) }

  /// The bytes of a text, valid until the next step or reset. They may be ill-formed.
  func utf8(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    // The text first: it may be converted, which changes the number of bytes.
    let start = sqlite3_column_text(statement, Int32(column))
    return UnsafeBufferPointer(
      start: start, count: Int(sqlite3_column_bytes(statement, Int32(column))))
  }

  /// Valid until the next step or reset.
  func blob(_ column: Int) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(statement, Int32(column))
    return UnsafeRawBufferPointer(
      start: start, count: Int(sqlite3_column_bytes(statement, Int32(column))))
  }

  func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL
  }

  /// - Throws: `SQLiteError` with the code `corrupt` when the value is not an integer.
  func checkedInt(_ column: Int) throws -> Int64 {
    guard sqlite3_column_type(statement, Int32(column)) == SQLITE_INTEGER else {
      throw SQLiteError(.corrupt, "a value that should be an integer is not", sql: sql)
    }
    return int(column)
  }
}
