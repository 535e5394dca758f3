import Foundation
import TestSupport
import Testing

@testable import KGStore

@Suite("A connection to SQLite")
struct DatabaseTests {
  private let folder: TemporaryFolder
  private let database: Database

  init() throws {
    folder = try TemporaryFolder()
    database = try Database(path: folder.file("t.sqlite"))
  }

  private func error(_ body: () throws -> Void) -> SQLiteError? {
    do {
      try body()
      return nil
    } catch { return error as? SQLiteError }
  }

  @Test("Several statements run one after the other; comments and empty ones are skipped")
  func severalStatements() throws {
    try database.execute("CREATE TABLE t (a); -- one\n;; INSERT INTO t VALUES (1); SELECT 7;\n ")
    #expect(try database.integers("SELECT a FROM t") == [1])
  }

  @Test("The statement that fails is the one in the error; those before it have run")
  func failingStatement() throws {
    let error = error {
      try database.execute("CREATE TABLE t (a UNIQUE); INSERT INTO t VALUES (1), (1); DROP TABLE t")
    }
    #expect(error?.sql == "INSERT INTO t VALUES (1), (1);")
    #expect(error?.message == "UNIQUE constraint failed: t.a")
    #expect(try database.integer("SELECT COUNT(*) FROM t") == 0)
  }

  @Test("A file that must exist is not created")
  func existing() {
    let path = folder.file("none.sqlite")
    #expect(error { _ = try Database(path, .existing) }?.code == .cannotOpen)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("An immutable file is read without a lock and cannot be changed")
  func immutable() throws {
    try database.execute("CREATE TABLE t (a); INSERT INTO t VALUES (1); BEGIN EXCLUSIVE")
    let copy = folder.file("100%? #.sqlite")
    try FileManager.default.copyItem(atPath: folder.file("t.sqlite"), toPath: copy)
    let reader = try Database(copy, .immutable)
    #expect(try reader.integers("SELECT a FROM t") == [1])
    #expect(error { try reader.execute("DELETE FROM t") }?.code == .readOnly)
  }

  @Test("A file that is not a database is recognized at the first statement")
  func notADatabase() throws {
    let path = folder.file("notes")
    try String(repeating: "notes ", count: 200).write(
      toFile: path, atomically: true, encoding: .utf8)
    let error = error { _ = try Database(path: path).texts("SELECT name FROM sqlite_schema") }
    #expect(error?.code == .notADatabase)
  }

  @Test("A name in double quotes is a column, never a text")
  func doubleQuotes() throws {
    #expect(error { _ = try database.text("SELECT \"a\"") }?.message == "no such column: a")
  }

  @Test("References to rows that do not exist are refused")
  func foreignKeys() throws {
    try database.execute(
      "CREATE TABLE t (a INTEGER PRIMARY KEY); CREATE TABLE u (a REFERENCES t (a))")
    #expect(
      error { try database.execute("INSERT INTO u VALUES (?)", [1]) }?.message
        == "FOREIGN KEY constraint failed")
  }

  @Test("A value over 256 MB is refused")
  func limit() throws {
    let error = error { _ = try database.text("SELECT zeroblob(?)", [(256 << 20) + 1]) }
    #expect(error?.message == "string or blob too big")
  }

  @Test("Closing reports a statement that still exists; afterwards it succeeds, and nothing runs")
  func close() throws {
    var statement: PreparedStatement? = try PreparedStatement(database, "SELECT 1")
    #expect(error { try database.close() }?.code == .busy)
    #expect(try statement?.step() == true)
    statement = nil
    try database.close()
    try database.close()
    #expect(error { try database.execute("SELECT 1") }?.code == .misuse)
    #expect(!database.isInTransaction && database.totalChangeCount == 0)
  }

  @Test("The numbers of changed rows and the last row are those of the last statement")
  func counts() throws {
    try database.execute("CREATE TABLE t (a INTEGER PRIMARY KEY)")
    try database.execute("INSERT INTO t VALUES (4), (7)", [])
    #expect(database.lastInsertedRowID == 7 && database.changeCount == 2)
    try database.execute("DELETE FROM t WHERE a = ?", [4])
    #expect(database.changeCount == 1 && database.totalChangeCount == 3)
  }
}
