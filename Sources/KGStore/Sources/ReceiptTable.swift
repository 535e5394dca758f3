internal import KGModel

/// The table `receipt`: the places in documents that assert statements.
struct ReceiptTable {
  private let database: Database

  init(_ database: Database) {
    self.database = database
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
