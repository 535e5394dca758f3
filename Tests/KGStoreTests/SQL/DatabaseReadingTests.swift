import Testing

@testable import KGStore

/// `Database+Reading.swift`.
@Suite("Reading rows")
struct DatabaseReadingTests {
  private let database: Database

  init() throws {
    database = try Database(path: Database.memoryPath)
    try database.execute("CREATE TABLE t (a, b); INSERT INTO t VALUES (1, 'x'), (2, 'y'), (3, 'z')")
  }

  @Test("Integers and texts of the first column, and of the first row")
  func typed() throws {
    #expect(try database.integers("SELECT a FROM t ORDER BY a DESC") == [3, 2, 1])
    #expect(try database.texts("SELECT b FROM t WHERE a > ?", [1]) == ["y", "z"])
    #expect(try database.integer("SELECT a FROM t WHERE b = ?", ["y"]) == 2)
    #expect(try database.text("SELECT b FROM t WHERE a = ? AND b = ?", [Int64(1), "x"]) == "x")
  }

  @Test("No row is nil, and so is NULL where an integer may be absent")
  func nothing() throws {
    #expect(try database.integer("SELECT a FROM t WHERE a > 5") == nil)
    #expect(try database.integer("SELECT MAX(a) FROM t WHERE a > 5") == nil)
    #expect(try database.text("SELECT b FROM t WHERE a > 5") == nil)
    #expect(try database.integers("SELECT a FROM t WHERE a > 5") == [])
    #expect(try database.firstRow("SELECT a FROM t WHERE a > 5") { $0.int(0) } == nil)
  }

  @Test("A value that is not an integer is damage", arguments: ["'7'", "1.5", "x'00'", "1e300"])
  func wrongType(value: String) throws {
    for read in [
      { _ = try database.integer("SELECT \(value)") },
      { _ = try database.integers("SELECT 1 UNION ALL SELECT \(value)") },
    ] as [() throws -> Void] {
      do {
        try read()
        Issue.record("\(value) was read as an integer")
      } catch { #expect((error as? SQLiteError)?.code == .corrupt) }
    }
  }

  @Test("NULL among integers is damage")
  func null() {
    #expect(throws: SQLiteError.self) { try database.integers("SELECT NULL") }
  }

  @Test("Rows can be read while others of the same query are read")
  func nested() throws {
    let pairs = try database.rows("SELECT a FROM t ORDER BY a") { outer in
      try database.rows("SELECT a FROM t ORDER BY a") { outer.int(0) * 10 + $0.int(0) }
    }
    #expect(pairs == [[11, 12, 13], [21, 22, 23], [31, 32, 33]])
  }

  @Test("An error of the caller ends the reading, and the query can run again")
  func callerError() throws {
    struct Stop: Error {}
    #expect(throws: Stop.self) { try database.forEachRow("SELECT a FROM t") { _ in throw Stop() } }
    #expect(try database.integers("SELECT a FROM t").count == 3)
  }
}
