internal import CSQLite

/// A failure that SQLite reported, or stored content that cannot be used.
struct SQLiteError: Error, CustomStringConvertible {
  /// A primary result code (https://www.sqlite.org/rescode.html).
  struct Code: Hashable, Sendable {
    let rawValue: Int32

    /// The transaction has been rolled back.
    static let abort = Code(rawValue: SQLITE_ABORT)
    /// Another connection holds a lock.
    static let busy = Code(rawValue: SQLITE_BUSY)
    /// The file cannot be opened.
    static let cannotOpen = Code(rawValue: SQLITE_CANTOPEN)
    /// The content of the file is inconsistent.
    static let corrupt = Code(rawValue: SQLITE_CORRUPT)
    /// The disk is full.
    static let full = Code(rawValue: SQLITE_FULL)
    /// Another statement of the same connection holds a lock.
    static let locked = Code(rawValue: SQLITE_LOCKED)
    /// An interface has been used in a way that it does not allow.
    static let misuse = Code(rawValue: SQLITE_MISUSE)
    /// The file is not an SQLite file.
    static let notADatabase = Code(rawValue: SQLITE_NOTADB)
    /// The file cannot be written.
    static let readOnly = Code(rawValue: SQLITE_READONLY)
  }

  let code: Code
  /// The extended result code: the primary one in the lower eight bits, and what it is about in the others.
  let extendedCode: Int32
  let message: String
  /// The statement that failed, without the texts in it; `nil` when no statement has failed.
  let sql: String?

  /// An error that is found by reading, not reported by SQLite.
  init(_ code: Code, _ message: String, sql: String? = nil) {
    self.code = code
    extendedCode = code.rawValue
    self.message = message
    self.sql = sql.map(Self.withoutValues)
  }

  /// The error of a call that returned a result code, with SQLite's message.
  ///
  /// - Parameter connection: `nil` when there is none.
  init(result: Int32, _ connection: OpaquePointer?, sql: String? = nil) {
    code = Code(rawValue: result & Self.primaryBits)
    extendedCode = result
    // The connection has the message of its last failure, which need not be this one.
    let isLast = sqlite3_errcode(connection) & Self.primaryBits == code.rawValue
    message = String(cString: isLast ? sqlite3_errmsg(connection) : sqlite3_errstr(result))
    self.sql = sql.map(Self.withoutValues)
  }

  private static let primaryBits: Int32 = 0xFF

  /// The message, the extended result code and the statement.
  var description: String {
    "\(message) (SQLite error \(extendedCode))" + (sql.map { "; in the SQL: \($0)" } ?? "")
  }

  /// The longest SQL that an error keeps, in characters.
  private static let maximumSQLLength = 500

  /// A statement without the texts in it, which may be personal data, on one line and cut to a readable
  /// length. Bound values are not part of a statement.
  ///
  ///     withoutValues("SELECT 1 WHERE name = 'Ada'")  // "SELECT 1 WHERE name = '…'"
  static func withoutValues(_ sql: String) -> String {
    let text = sql.replacing(#/'(?:[^']|'')*'/#, with: "'…'").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    return text.count > maximumSQLLength ? text.prefix(maximumSQLLength) + "…" : text
  }
}
