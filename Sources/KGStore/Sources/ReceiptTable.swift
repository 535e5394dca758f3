internal import KGModel

/// The table `receipt`: the places in documents that assert statements.
struct ReceiptTable {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  func insert(_ statements: [Statement], source: Int64) throws {
    let termIDs = TermIDCache(database)
    let insert = try PreparedStatement(
      kept: "INSERT OR IGNORE INTO receipt VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", by: database)
    for statement in statements where !statement.receipts.isEmpty {
      guard let quad = try termIDs.quad(statement.triple) else { continue }
      for receipt in statement.receipts {
        let range = receipt.byteRange ?? 0..<0
        let key = [
          source, quad.s, quad.p, quad.o, Int64(range.lowerBound), Int64(range.upperBound),
        ]
        for (place, value) in key.enumerated() { insert.bind(value, at: place + 1) }
        insert.bind(receipt.rule, at: 7)
        insert.bind(Int64(receipt.line), at: 8)
        insert.bind(receipt.words, at: 9)
        insert.bind(receipt.part ?? "", at: 10)
        try insert.run()
      }
    }
  }

  /// The given statements for which the source has no receipt yet.
  func withoutReceipts(
    _ statements: [Statement], source: Int64
  ) throws -> [Statement] {
    let termIDs = TermIDCache(database)
    let find = try PreparedStatement(
      kept: "SELECT 1 FROM receipt WHERE source = ? AND s = ? AND p = ? AND o = ? LIMIT 1",
      by: database)
    return try statements.filter { statement in
      guard let quad = try termIDs.quad(statement.triple) else { return true }
      for (place, value) in [source, quad.s, quad.p, quad.o].enumerated() {
        find.bind(value, at: place + 1)
      }
      defer { find.reset() }
      return try !find.step()
    }
  }

  /// The receipts of the matching statements, in no order.
  func receipts(_ wanted: ReceiptMatcher) throws -> [StoredReceipt] {
    let reader = TripleReader(database)
    return try wanted.patterns.flatMap { pattern -> [StoredReceipt] in
      var conditions = [("s", pattern.s), ("o", pattern.o)].compactMap { column, nodes in
        nodes.map { "r.\(column) IN (\($0.sorted().sqlList))" }
      }
      if let predicate = pattern.p { conditions.append("r.p = \(predicate)") }
      let row = try PreparedStatement(
        database,
        """
        SELECT r.s, r.p, r.o, r.byte_start, r.byte_end, r.line, r.words, r.rule, f.path, r.part
        FROM receipt r JOIN source f ON f.id = r.source
        \(conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND "))
        """)
      var found: [StoredReceipt] = []
      while try row.step() {
        guard let triple = try reader.triple(row) else { continue }
        found.append(
          StoredReceipt(source: row.text(8), triple: triple, receipt: Self.receipt(row)))
      }
      return found
    }
  }

  private static func receipt(_ row: PreparedStatement) -> Receipt {
    let (start, end) = (Int(row.int(3)), Int(row.int(4)))
    return Receipt(
      part: row.text(9).isEmpty ? nil : row.text(9), byteRange: start..<max(start, end),
      line: Int(row.int(5)), words: row.text(6), rule: row.text(7))
  }

  func remove(ofSource source: Int64) throws {
    try database.execute("DELETE FROM receipt WHERE source = ?", [source])
  }
}
