import GRDB
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
      _ = try Row.fetchAll($0, sql: "SELECT unknown FROM term\n  WHERE lexical = 'Ada O''Brien'")
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

  @Test("A statement on the C interface keeps its SQL, when it is prepared and when it runs")
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

  @Test("Bound values and long lists are not kept")
  func values() throws {
    let bound = try error {
      _ = try Row.fetchAll(
        $0, sql: "SELECT unknown FROM term WHERE lexical = ?", arguments: ["Ada"])
    }
    #expect(bound?.description.contains("Ada") == false)
    let long =
      "SELECT unknown WHERE 1 IN (" + Array(repeating: "1", count: 1_000).joined(separator: ",")
    #expect(StoreError.withoutValues(long + ")").count == 501)
  }

  @Test("What went wrong with the file has a message without SQL")
  func file() {
    let full = DatabaseError(resultCode: .SQLITE_FULL, message: nil, sql: "INSERT INTO term")
    #expect(
      StoreError(full, path: "kg.sqlite").description
        == "kg.sqlite: the disk is full; nothing was changed")
  }
}
