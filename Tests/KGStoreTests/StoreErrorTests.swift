import KGModel
import Testing

@testable import KGStore

@Suite("Errors of a store")
struct StoreErrorTests {
  /// The error of a statement that fails in a store.
  private func error(_ body: (Database) throws -> Void) throws -> StoreError? {
    let store = try GraphStore.inMemory()
    do {
      try store.read(body)
      return nil
    } catch { return error }
  }

  @Test("An internal failure keeps the SQL, without the texts in it")
  func sql() throws {
    let error = try error {
      try $0.execute("SELECT unknown FROM term\n  WHERE lexical = 'Ada O''Brien'")
    }
    guard case .failed(_, let reason, let sql)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason == "no such column: unknown")
    #expect(sql == "SELECT unknown FROM term WHERE lexical = '…'")
    #expect(
      error?.description
        == ":memory:: no such column: unknown; in the SQL: SELECT unknown FROM term WHERE lexical = '…'"
    )
  }

  @Test("A statement keeps its SQL, when it is prepared and when it runs")
  func preparedStatement() throws {
    let unprepared = try error { _ = try PreparedStatement($0, "SELECT unknown FROM term") }
    #expect(unprepared?.description.contains("in the SQL: SELECT unknown FROM term") == true)
    let failed = try error { database in
      let statement = try PreparedStatement(database, "SELECT abs(?)")
      statement.bind(.min, at: 1)
      _ = try statement.step()
    }
    #expect(failed?.description == ":memory:: integer overflow; in the SQL: SELECT abs(?)")
  }

  @Test("Bound values are not kept")
  func values() throws {
    let bound = try error {
      _ = try $0.texts("SELECT unknown FROM term WHERE lexical = ?", ["Ada"])
    }
    #expect(bound?.description.contains("Ada") == false)
  }

  @Test(
    "What went wrong with the file has a message without SQL",
    arguments: [
      (SQLiteError.Code.full, "the disk is full; nothing was changed"),
      (.busy, "another process is writing to it; try again when it is done"),
      (.locked, "another process is writing to it; try again when it is done"),
      (.corrupt, "damaged; restore a copy, or ingest the sources into a new file"),
      (.readOnly, "not writable; check its permissions and its folder's"),
      (.notADatabase, "not a SQLite file; name another file with --db"),
      (.cannotOpen, "cannot be created: the reason"),
    ])
  func file(code: SQLiteError.Code, message: String) {
    let error = SQLiteError(code, "the reason", sql: "INSERT INTO term")
    #expect(StoreError(error, path: "kg.sqlite").description == "kg.sqlite: " + message)
  }

  @Test("A value of the wrong type is damage")
  func wrongType() throws {
    let error = try error { _ = try $0.integer("SELECT 'x'") }
    guard case .damaged? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
