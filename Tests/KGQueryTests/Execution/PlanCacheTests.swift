import KGSPARQL
import Testing

@testable import KGQuery

@Suite("Plans that are kept")
struct PlanCacheTests {
  private func plan() throws -> QueryPlan {
    try QueryPlan(SPARQLParser().parse("ASK {}"), source: EmptySource())
  }

  @Test("A query is planned once, and again when many others have come")
  func plannedOnce() throws {
    let cache = PlanCache()
    var count = 0
    func ask(_ text: String) throws {
      _ = try cache.plan(text) {
        count += 1
        return try plan()
      }
    }
    for _ in 0..<3 { try ask("a") }
    #expect(count == 1)
    for number in 0..<1000 { try ask("\(number)") }
    #expect(count == 1001)
    try ask("a")
    #expect(count == 1002)
  }

  @Test("A query that cannot be planned is not kept")
  func failure() throws {
    struct Failure: Error {}
    let cache = PlanCache()
    #expect(throws: Failure.self) { try cache.plan("a") { throw Failure() } }
    #expect(throws: Never.self) { try cache.plan("a", plan) }
  }
}
