import KGModel
import Testing

@testable import KGResolve

@Suite("How much observations say") struct MatchWeightsTests {
  private func observation(_ levels: [(MatchEvidence, Int)]) -> Observation {
    var observed = Observation()
    for (kind, level) in levels { observed[kind] = level }
    return observed
  }

  @Test(
    "what is in common speaks for one person, nothing in common against, the unknown not at all")
  func signs() {
    let weights = MatchWeights()
    #expect(weights.weight(.coauthors, of: observation([(.coauthors, 2)])) > 3)
    #expect(weights.weight(.coauthors, of: observation([(.coauthors, 0)])) < 0)
    #expect(weights.weight(of: observation([])) == 0)
    #expect(observation([(.years, 1)])[.titles] == nil)
  }

  @Test("the weights of all observations add up")
  func sum() {
    let weights = MatchWeights()
    let both = observation([(.coauthors, 1), (.venues, 1)])
    let sum =
      weights.weight(of: observation([(.coauthors, 1)]))
      + weights.weight(of: observation([(.venues, 1)]))
    #expect(abs(weights.weight(of: both) - sum) < 1e-9)
  }

  @Test("counts of a graph move the weights, few counts hardly")
  func learning() {
    let alone = observation([(.coauthors, 0)])
    var weights = MatchWeights()
    let before = weights.weight(of: alone)
    weights.count(matches: [alone], others: [])
    #expect(abs(weights.weight(of: alone) - before) < 0.05)
    weights.count(matches: Array(repeating: alone, count: 2000), others: [])
    #expect(weights.weight(of: alone) > before + 1)
  }

  @Test("an equal name says the more the fewer other people have it")
  func names() {
    let weights = MatchWeights()
    #expect(
      weights.weight(.equal, .short, others: 0.01) > weights.weight(.equal, .short, others: 10))
    #expect(weights.weight(.subset, .long, others: 1) > weights.weight(.subset, .short, others: 1))
  }
}
