internal import KGModel

/// Inserts the receipts of a source batch by batch, and recognizes statements that earlier batches had.
struct ReceiptWriter {
  private let source: Int64
  private let insert: PreparedStatement
  private let find: PreparedStatement
  /// Hashes of the statements with receipts. A fast filter: most statements are new, and need no query.
  private var hashes: Set<UInt64> = []

  init(_ database: Database, source: Int64) throws {
    self.source = source
    insert = try PreparedStatement(
      kept: "INSERT OR IGNORE INTO receipt VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", by: database)
    find = try PreparedStatement(
      kept: "SELECT 1 FROM receipt WHERE source = ? AND s = ? AND p = ? AND o = ? LIMIT 1",
      by: database)
  }

  /// Whether the source has a receipt for a statement.
  func isStored(_ quad: QuadIDs) throws -> Bool {
    guard hashes.contains(Self.hash(quad)) else { return false }
    bind(quad, to: find)
    defer { find.reset() }
    return try find.step()
  }

  /// - Parameter ids: The ids of the statements, in the same order.
  mutating func insert(_ statements: [Statement], _ ids: [QuadIDs]) throws {
    // In the order of the table, a page is filled once.
    for index in ids.indices.sorted(by: { ids[$0] < ids[$1] }) {
      let quad = ids[index]
      hashes.insert(Self.hash(quad))
      bind(quad, to: insert)
      for receipt in statements[index].receipts {
        let range = receipt.byteRange ?? 0..<0
        insert.bind(Int64(range.lowerBound), at: 5)
        insert.bind(Int64(range.upperBound), at: 6)
        insert.bind(receipt.rule, at: 7)
        insert.bind(Int64(receipt.line), at: 8)
        insert.bind(receipt.words, at: 9)
        insert.bind(receipt.part ?? "", at: 10)
        try insert.run()
      }
    }
  }

  private func bind(_ quad: QuadIDs, to statement: PreparedStatement) {
    statement.bind(source, at: 1)
    statement.bind(quad.s, at: 2)
    statement.bind(quad.p, at: 3)
    statement.bind(quad.o, at: 4)
  }

  /// Odd multipliers without a pattern.
  private static func hash(_ quad: QuadIDs) -> UInt64 {
    UInt64(bitPattern: quad.s) &* 0x9E37_79B9_7F4A_7C15
      ^ UInt64(bitPattern: quad.p) &* 0xBF58_476D_1CE4_E5B9
      ^ UInt64(bitPattern: quad.o) &* 0x94D0_49BB_1331_11EB
  }
}
