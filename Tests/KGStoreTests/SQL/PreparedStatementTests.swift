import Testing

@testable import KGStore

@Suite("Prepared statements")
struct PreparedStatementTests {
  private let database: Database

  init() throws {
    database = try Database(path: Database.memoryPath)
  }

  @Test("A kept statement that is running is not disturbed by its second use")
  func twice() throws {
    let sql = "SELECT value FROM (SELECT ?1 + 1 AS value UNION ALL SELECT ?1 + 2)"
    let first = try PreparedStatement(kept: sql, by: database, [10])
    #expect(try first.step() && first.int(0) == 11)
    let second = try PreparedStatement(kept: sql, by: database, [20])
    #expect(try second.step() && second.int(0) == 21)
    #expect(try first.step() && first.int(0) == 12)
    #expect(try !first.step())
    #expect(try second.step() && second.int(0) == 22)
  }

  @Test("A kept statement is prepared once, and comes back reset and without values")
  func kept() throws {
    let sql = "SELECT ?"
    var first: PreparedStatement? = try PreparedStatement(kept: sql, by: database, ["Ada"])
    #expect(try first?.step() == true)
    let handle = first?.statement
    first = nil
    let second = try PreparedStatement(kept: sql, by: database)
    #expect(second.statement == handle)
    #expect(try second.step() && second.isNull(0))
  }

  @Test("A text with NUL is bound and read whole", arguments: ["a\u{0}b", "\u{0}", "", "é\u{0}余"])
  func nul(text: String) throws {
    let statement = try PreparedStatement(kept: "SELECT ?1, length(CAST(?1 AS BLOB))", by: database)
    statement.bind(text, at: 1)
    #expect(try statement.step() && !statement.isNull(0))
    #expect(statement.text(0) == text && statement.int(1) == Int64(text.utf8.count))
    statement.reset()
    try Array(text.utf8).withUnsafeBufferPointer {
      statement.bind(text: $0, at: 1)
      let hasRow = try statement.step()
      #expect(hasRow && !statement.isNull(0))
      #expect(statement.text(0) == text && statement.utf8(0).elementsEqual(text.utf8))
    }
  }

  @Test("Ill-formed UTF-8 is read with replacement characters")
  func illFormed() throws {
    #expect(try database.text("SELECT CAST(x'61FF62' AS TEXT)") == "a\u{FFFD}b")
    #expect(try database.text("SELECT CAST(x'E4BD' AS TEXT)") == "\u{FFFD}")
  }

  @Test(
    "Values of other types are converted",
    arguments: [
      ("NULL", 0, ""), ("'x'", 0, "x"), ("'12 apples'", 12, "12 apples"), ("1.5", 1, "1.5"),
      ("x'4142'", 0, "AB"), ("1e300", .max, "1.0e+300"), ("-7", -7, "-7"),
    ] as [(String, Int64, String)])
  func conversion(value: String, integer: Int64, text: String) throws {
    let statement = try PreparedStatement(database, "SELECT \(value)")
    #expect(try statement.step())
    #expect(statement.int(0) == integer && statement.text(0) == text)
  }

  @Test("Blobs are bound and read whole; a column that does not exist is empty")
  func blob() throws {
    let bytes: [UInt8] = [0, 1, 0, 255]
    let statement = try PreparedStatement(database, "SELECT ?")
    try bytes.withUnsafeBytes {
      statement.bind(blob: $0, at: 1)
      let hasRow = try statement.step()
      #expect(hasRow && statement.blob(0).elementsEqual(bytes))
    }
    #expect(statement.blob(3).isEmpty && statement.text(3) == "" && statement.int(3) == 0)
  }

  @Test("A value for a parameter that does not exist is an error when the statement runs")
  func binding() throws {
    let statement = try PreparedStatement(kept: "SELECT ?", by: database, [1, "Ada"])
    do {
      _ = try statement.step()
      Issue.record("the value was ignored")
    } catch let error as SQLiteError {
      #expect(error.message == "column index out of range" && error.sql == "SELECT ?")
    }
  }

  @Test("A text without a statement fails when it is run")
  func empty() throws {
    let statement = try PreparedStatement(kept: " -- nothing", by: database)
    #expect(throws: SQLiteError.self) { try statement.step() }
  }
}
