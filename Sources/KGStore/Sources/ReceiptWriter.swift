/// Inserts the receipts of a source batch by batch, and recognizes statements that earlier batches had.
struct ReceiptWriter {
  private let source: Int64
  private let insertOne: PreparedStatement
  private let insertMany: PreparedStatement
  private let find: PreparedStatement
  /// The statements with receipts whose ids fit in a key; see ``key(_:)``.
  private var keys: Set<UInt64> = []
  /// Hashes of the others. A fast filter: most statements are new, and need no query.
  private var hashes: Set<UInt64> = []

  private static let columnCount = 10
  /// Rows that one statement inserts: SQLite keeps its position in the tree between them.
  private static let rowCount = 25

  init(_ database: Database, source: Int64) throws {
    self.source = source
    insertOne = try PreparedStatement(kept: Self.sql(rows: 1), by: database)
    insertMany = try PreparedStatement(kept: Self.sql(rows: Self.rowCount), by: database)
    find = try PreparedStatement(
      kept: "SELECT 1 FROM receipt WHERE source = ? AND s = ? AND p = ? AND o = ? LIMIT 1",
      by: database)
  }

  private static func sql(rows: Int) -> String {
    let row = "(" + repeatElement("?", count: columnCount).joined(separator: ",") + ")"
    return "INSERT OR IGNORE INTO receipt VALUES "
      + repeatElement(row, count: rows).joined(separator: ",")
  }

  /// Whether the source has a receipt for a statement.
  func isStored(_ quad: QuadIDs) throws -> Bool {
    if let key = Self.key(quad) { return keys.contains(key) }
    guard hashes.contains(Self.hash(quad)) else { return false }
    bind(quad, to: find, after: 0)
    defer { find.reset() }
    return try find.step()
  }

  /// - Parameter ids: The ids of the statements, in the same order.
  mutating func insert(_ receipts: ReceiptRows, _ ids: [QuadIDs]) throws {
    // In the order of the table, a page is filled once.
    let order = ids.indices.sorted { ids[$0] < ids[$1] }
    let rows = order.flatMap { index in
      receipts.rows(ofStatement: index).map { (quad: ids[index], row: $0) }
    }
    for quad in ids {
      if let key = Self.key(quad) { keys.insert(key) } else { hashes.insert(Self.hash(quad)) }
    }
    try receipts.texts.withUnsafeBufferPointer { texts in
      let many = rows.count - rows.count % Self.rowCount
      for (index, (quad, row)) in rows.enumerated() {
        let statement = index < many ? insertMany : insertOne
        let place = index < many ? index % Self.rowCount : 0
        bind(quad, row, texts, to: statement, after: place * Self.columnCount)
        if index >= many || place == Self.rowCount - 1 { try statement.run() }
      }
    }
  }

  private func bind(
    _ quad: QuadIDs, _ row: ReceiptRows.Row, _ texts: UnsafeBufferPointer<UInt8>,
    to statement: PreparedStatement, after place: Int
  ) {
    bind(quad, to: statement, after: place)
    statement.bind(Int64(row.byteRange.lowerBound), at: place + 5)
    statement.bind(Int64(row.byteRange.upperBound), at: place + 6)
    statement.bind(text: UnsafeBufferPointer(rebasing: texts[row.rule]), at: place + 7)
    statement.bind(Int64(row.line), at: place + 8)
    statement.bind(text: UnsafeBufferPointer(rebasing: texts[row.words]), at: place + 9)
    statement.bind(text: UnsafeBufferPointer(rebasing: texts[row.part]), at: place + 10)
  }

  private func bind(_ quad: QuadIDs, to statement: PreparedStatement, after place: Int) {
    statement.bind(source, at: place + 1)
    statement.bind(quad.s, at: place + 2)
    statement.bind(quad.p, at: place + 3)
    statement.bind(quad.o, at: place + 4)
  }

  /// The ids of a statement in one number; `nil` when they are too large, as those of inline terms are.
  private static func key(_ quad: QuadIDs) -> UInt64? {
    let isSmall = (quad.s | quad.o) & ~nodeMask == 0 && quad.p & ~predicateMask == 0
    guard isSmall else { return nil }
    return UInt64(quad.s) << (nodeBits + predicateBits) | UInt64(quad.o) << predicateBits
      | UInt64(quad.p)
  }

  private static let nodeBits: Int64 = 26
  private static let predicateBits: Int64 = 12
  private static let nodeMask: Int64 = (1 << nodeBits) - 1
  private static let predicateMask: Int64 = (1 << predicateBits) - 1

  /// Odd multipliers without a pattern.
  private static func hash(_ quad: QuadIDs) -> UInt64 {
    UInt64(bitPattern: quad.s) &* 0x9E37_79B9_7F4A_7C15
      ^ UInt64(bitPattern: quad.p) &* 0xBF58_476D_1CE4_E5B9
      ^ UInt64(bitPattern: quad.o) &* 0x94D0_49BB_1331_11EB
  }
}
