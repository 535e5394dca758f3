import Testing

@testable import KGResolve

@Suite("People who are known to be one") struct PersonGroupsTests {
  private let groups = PersonGroups(6, joined: [(4, 1), (5, 4), (2, 3)])

  @Test("pairs are joined through others")
  func members() {
    #expect(groups.members == [[0], [1, 4, 5], [2, 3]])
  }

  @Test("pairs of people are pairs of their groups, each once")
  func pairs() {
    let found = groups.pairs(of: [(0, 5), (4, 0), (1, 5), (3, 1)])
    #expect(found.map { [$0.0, $0.1] } == [[0, 1], [1, 2]])
  }
}
