import TestSupport
import Testing

@testable import KGStore

/// `Database+Transaction.swift`.
@Suite("Transactions")
struct DatabaseTransactionTests {
  private struct Refusal: Error {}

  private let folder: TemporaryFolder
  private let path: String
  private let database: Database

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("t.sqlite")
    database = try Database(path: path)
    try database.execute(
      """
      CREATE TABLE t (a INTEGER PRIMARY KEY);
      CREATE TABLE u (a REFERENCES t (a) DEFERRABLE INITIALLY DEFERRED)
      """)
  }

  private func values() throws -> [Int64] {
    try Database(path: path).integers("SELECT a FROM t UNION ALL SELECT a FROM u ORDER BY a")
  }

  private func error(_ body: () throws -> Void) -> SQLiteError? {
    do {
      try body()
      return nil
    } catch { return error as? SQLiteError }
  }

  @Test("What a transaction has changed is committed when it returns, with its value")
  func commit() throws {
    let value = try database.transaction(.immediate) {
      try database.execute("INSERT INTO t VALUES (1)")
      let committed = try values()
      #expect(committed == [])
      return "done"
    }
    #expect(value == "done" && !database.isInTransaction)
    #expect(try values() == [1])
  }

  @Test(
    "What it has changed is rolled back when it throws",
    arguments: [TransactionKind.deferred, .immediate])
  func rollback(kind: TransactionKind) throws {
    #expect(throws: Refusal.self) {
      try database.transaction(kind) {
        try database.execute("INSERT INTO t VALUES (1)")
        throw Refusal()
      }
    }
    #expect(try !database.isInTransaction && values() == [])
    try database.transaction(kind) { try database.execute("INSERT INTO t VALUES (2)") }
    #expect(try values() == [2])
  }

  @Test("A transaction within another is refused; the outer one continues")
  func nested() throws {
    try database.transaction(.immediate) {
      try database.execute("INSERT INTO t VALUES (1)")
      let error = error { try database.transaction(.deferred) { _ = Issue.record("it ran") } }
      #expect(error?.message == "cannot start a transaction within a transaction")
      #expect(database.isInTransaction)
    }
    #expect(try values() == [1])
  }

  @Test("A transaction that cannot be committed is rolled back, and the connection can go on")
  func failingCommit() throws {
    let error = error {
      // The reference is checked at the commit.
      try database.transaction(.immediate) { try database.execute("INSERT INTO u VALUES (9)") }
    }
    #expect(error?.message == "FOREIGN KEY constraint failed" && error?.sql == "COMMIT")
    #expect(error?.code.rawValue == 19 && error?.extendedCode == 787)
    #expect(try !database.isInTransaction && values() == [])
    try database.transaction(.immediate) { try database.execute("INSERT INTO t VALUES (3)") }
    #expect(try values() == [3])
  }

  @Test("A commit that has to wait for a reader is busy, and leaves nothing")
  func busyCommit() throws {
    // With a rollback journal, a commit needs the file for itself.
    let reader = try PreparedStatement(Database(path: path), "SELECT 1 FROM sqlite_schema")
    #expect(try reader.step())
    let error = error {
      try database.transaction(.immediate) { try database.execute("INSERT INTO t VALUES (1)") }
    }
    #expect(error?.code == .busy && error?.sql == "COMMIT")
    reader.reset()
    #expect(try !database.isInTransaction && values() == [])
  }

  @Test("A file that cannot grow is full: the transaction is rolled back")
  func full() throws {
    try database.execute("PRAGMA max_page_count = 4")
    let error = error {
      try database.transaction(.immediate) {
        try database.execute("CREATE TABLE large AS SELECT zeroblob(100000)")
      }
    }
    #expect(error?.code == .full && !database.isInTransaction)
    #expect(try database.texts("SELECT name FROM sqlite_schema ORDER BY name") == ["t", "u"])
  }

  @Test("A transaction that has ended before its end is an error, not a commit")
  func ended() throws {
    let error = error {
      try database.transaction(.immediate) {
        try database.execute("INSERT INTO t VALUES (1)")
        try database.execute("INSERT OR ROLLBACK INTO t VALUES (1)")
      }
    }
    #expect(error?.message == "UNIQUE constraint failed: t.a")
    let ignored = self.error {
      try database.transaction(.immediate) {
        try database.execute("INSERT INTO t VALUES (1)")
        // Ends the transaction.
        try? database.execute("INSERT OR ROLLBACK INTO t VALUES (1)")
      }
    }
    #expect(ignored?.code == .abort)
    #expect(try !database.isInTransaction && values() == [])
  }

  @Test("A second writer is refused at its begin, after the time that it was given")
  func busy() throws {
    let other = try Database(path, .existing, busyTimeout: .milliseconds(50))
    try database.transaction(.immediate) {
      let start = ContinuousClock.now
      let error = error { try other.transaction(.immediate) { _ = Issue.record("two writers") } }
      #expect(error?.code == .busy && ContinuousClock.now - start >= .milliseconds(40))
    }
    #expect(!other.isInTransaction)
    try other.transaction(.immediate) { try other.execute("INSERT INTO t VALUES (1)") }
    #expect(try values() == [1])
  }
}
