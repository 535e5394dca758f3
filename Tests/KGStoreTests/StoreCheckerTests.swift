import KGModel
import Testing

@testable import KGStore

@Suite("Checking a store")
struct StoreCheckerTests {
  @Test(
    "The check names the data that does not agree",
    arguments: [
      ("DELETE FROM pos WHERE s = (SELECT MIN(s) FROM pos)", "indexes of the default graph"),
      (
        "UPDATE spo SET n = 5 WHERE s = (SELECT MIN(s) FROM spo)",
        "statements of the sources against the triples that queries read"
      ),
      (
        "DELETE FROM term_hash WHERE hash = (SELECT MIN(hash) FROM term_hash)",
        "terms and their hashes"
      ),
      ("DELETE FROM term WHERE id = (SELECT MIN(o) FROM spo WHERE o > 0)", "terms of triples"),
      ("DELETE FROM name", "names"), ("DELETE FROM predicate", "predicates"),
      ("UPDATE source SET statement_count = 1", "statements of each source"),
      ("DELETE FROM spog", "indexes of the named graphs, by subject"),
    ])
  func problems(sql: String, subject: String) throws {
    let store = try GraphStore.inMemory()
    try store.load(dataset(9).joined())
    try store.change { try $0.execute(sql) }
    #expect(try store.check().filter { $0.problem != nil }.map(\.subject).contains(subject))
  }
}
