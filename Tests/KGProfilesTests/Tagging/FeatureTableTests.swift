import Testing

@testable import KGProfiles

@Suite("Values of features") struct FeatureTableTests {
  /// Four of each run differ in their upper bits only, so that they want the same slot of a small table.
  private let hashes = (0..<3000).map {
    UInt64($0 / 4) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64($0 % 4) << 40
  }

  private var numbered: FeatureTable<Int> {
    var table = FeatureTable<Int>()
    for (number, hash) in hashes.enumerated() { _ = table.value(of: hash, orNew: number) }
    return table
  }

  @Test("each hash keeps its value while the table grows, also beside hashes of the same slot")
  func growth() {
    var table = numbered
    #expect(hashes.map { table.find($0) } == hashes.indices.map { $0 })
    #expect(table.value(of: hashes[5], orNew: 7) == 5)
    #expect(table.count == 3000)
  }

  @Test("with other values each hash has its own")
  func mapped() {
    let names = numbered.mapValues { "feature \($0)" }
    #expect(names.count == 3000)
    #expect(names.find(hashes[2999]) == "feature 2999")
  }

  @Test("an unknown hash has no value")
  func unknown() {
    #expect(FeatureTable<Int>().find(42) == nil)
  }
}
