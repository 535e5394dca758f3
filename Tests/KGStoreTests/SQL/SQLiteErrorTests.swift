import Testing

@testable import KGStore

@Suite("Errors of SQLite")
struct SQLiteErrorTests {
  private func error(_ sql: String) throws -> SQLiteError? {
    let database = try Database(path: Database.memoryPath)
    do {
      try database.execute(sql)
      return nil
    } catch { return error as? SQLiteError }
  }

  @Test("An error has the primary and the extended code, the message and the SQL")
  func parts() throws {
    let error = try error(
      "CREATE TABLE t (a CHECK (a > 0)); INSERT INTO t SELECT -1 WHERE 'Ada' = 'Ada'")
    #expect(error?.code.rawValue == 19 && error?.extendedCode == 275)
    #expect(
      error?.description == "CHECK constraint failed: a > 0 (SQLite error 275); "
        + "in the SQL: INSERT INTO t SELECT -1 WHERE '…' = '…'")
  }

  @Test("A result without a connection has the general message of its code")
  func withoutConnection() {
    let error = SQLiteError(result: 14, nil)
    #expect(error.code == .cannotOpen && error.message == "unable to open database file")
  }

  @Test("The message of an earlier failure is not taken for that of a later one")
  func otherFailure() throws {
    let database = try Database(path: Database.memoryPath)
    try? database.execute("SELECT unknown")
    #expect(SQLiteError(result: 13, database.connection).message == "database or disk is full")
  }

  @Test(
    "Texts in a statement are left out",
    arguments: [
      ("SELECT 1\n  WHERE a = 'Ada O''Brien'", "SELECT 1 WHERE a = '…'"),
      ("SELECT '' || 'a' || b", "SELECT '…' || '…' || b"), ("SELECT 1", "SELECT 1"),
    ])
  func withoutValues(sql: String, shown: String) {
    #expect(SQLiteError.withoutValues(sql) == shown)
  }

  @Test("A long statement is cut")
  func long() {
    let list = Array(repeating: "1", count: 1_000).joined(separator: ",")
    #expect(SQLiteError.withoutValues("SELECT 1 WHERE 1 IN (\(list))").count == 501)
  }
}
