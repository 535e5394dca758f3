import KGModel
import KGSPARQL
import Testing

@testable import KGQuery

@Suite("Results of expressions that are kept")
struct EvaluationCacheTests {
  @Test("A comparison with a constant is made once for each term, also when it is an error")
  func comparisons() {
    let cache = EvaluationCache()
    let less = EvaluationCache.Comparison(
      constant: .integer(7), comparison: .less, isConstantLeft: false)
    let reversed = EvaluationCache.Comparison(
      constant: .integer(7), comparison: .less, isConstantLeft: true)
    var count = 0
    func result(_ comparison: EvaluationCache.Comparison, _ id: Int64, _ outcome: Bool?) -> Bool? {
      cache.results(of: comparison).result(id) {
        count += 1
        return outcome
      }
    }
    for _ in 0..<3 {
      #expect(result(less, 1, true) == true)
      #expect(result(less, 2, nil) == nil)
      #expect(result(reversed, 1, false) == false)
    }
    #expect(count == 3)
  }

  @Test("What is full is emptied before the next run")
  func makeRoom() {
    let cache = EvaluationCache()
    for id in 0..<10_000 { _ = cache.textRanks.place(of: Int64(id)) { "\(id)" } }
    #expect(cache.textRanks.isFull)
    cache.makeRoom()
    #expect(!cache.textRanks.isFull)
  }
}
