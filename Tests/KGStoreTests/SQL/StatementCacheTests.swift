import Testing

@testable import KGStore

@Suite("Statements that a connection keeps")
struct StatementCacheTests {
  private let database: Database

  init() throws {
    database = try Database(path: Database.memoryPath)
  }

  private func statement(_ sql: String) throws -> OpaquePointer {
    try #require(try database.prepare(sql))
  }

  @Test("A statement is given to one caller, by its text")
  func take() throws {
    var cache = StatementCache()
    let statements = [try statement("SELECT 1"), try statement("SELECT 1")]
    for statement in statements { cache.put(statement, "SELECT 1") }
    let other = cache.take("SELECT 2")
    let taken = [cache.take("SELECT 1"), cache.take("SELECT 1")]
    let none = cache.take("SELECT 1")
    #expect(other == nil && Set(taken) == Set(statements) && none == nil)
    for statement in statements { cache.put(statement, "SELECT 1") }
    cache.removeAll()
    try database.close()
  }

  @Test("When there are too many, all are finalized")
  func limit() throws {
    var cache = StatementCache()
    for number in 0...StatementCache.maximumCount {
      cache.put(try statement("SELECT \(number)"), "SELECT \(number)")
    }
    let first = cache.take("SELECT 0")
    let last = cache.take("SELECT \(StatementCache.maximumCount)")
    #expect(first == nil)
    cache.put(try #require(last), "SELECT 1")
    cache.removeAll()
    // No statement is left that would keep the connection open.
    try database.close()
  }
}
