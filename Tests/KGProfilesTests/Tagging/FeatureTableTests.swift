import Testing

@testable import KGProfiles

@Suite("Rows of features") struct FeatureRowsTests {
  @Test("each hash keeps its row while the table grows, also beside hashes of the same slot")
  func growth() {
    var rows = FeatureRows()
    let hashes = (0..<3000).map { UInt64($0 / 4) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64($0 % 4) << 40 }
    for (row, hash) in hashes.enumerated() { #expect(rows.place(of: hash) == row) }
    #expect(hashes.map { rows.find($0) } == hashes.indices.map { $0 })
    #expect(rows.place(of: hashes[5]) == 5)
    #expect(rows.count == 3000)
  }

  @Test("an unknown hash has no row")
  func unknown() {
    #expect(FeatureRows().find(42) == nil)
  }
}
