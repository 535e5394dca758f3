internal import GRDB
internal import KGModel

/// The table `receipt`: where documents say their statements.
struct ReceiptTable {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  func insert(_ statements: [KGModel.Statement], source: Int64) throws {
    let dictionary = TermDictionary(database)
    var ids: [Term: Int64] = [:]
    func id(_ term: Term) throws -> Int64? {
      if let id = ids[term] { return id }
      let id = try dictionary.id(of: term)?.rawValue
      ids[term] = id
      return id
    }
    let insert = try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO receipt VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for statement in statements where !statement.receipts.isEmpty {
      let triple = statement.triple
      guard let s = try id(triple.subject), let p = try id(.iri(triple.predicate)),
        let o = try id(triple.object)
      else { continue }
      for receipt in statement.receipts {
        let range = receipt.byteRange ?? 0..<0
        try insert.execute(arguments: [
          source, s, p, o, range.lowerBound, range.upperBound, receipt.rule, receipt.line,
          receipt.words, receipt.part ?? "",
        ])
      }
    }
  }

  /// The receipts of the statements that are wanted, in no order.
  func receipts(_ wanted: ReceiptMatcher) throws -> [StoredReceipt] {
    let reader = TripleReader(database)
    return try wanted.patterns.flatMap { pattern -> [StoredReceipt] in
      var conditions = [("s", pattern.s), ("o", pattern.o)].compactMap { column, nodes in
        nodes.map { "r.\(column) IN (\($0.sorted().map(String.init).joined(separator: ", ")))" }
      }
      if let predicate = pattern.p { conditions.append("r.p = \(predicate)") }
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT r.s, r.p, r.o, r.byte_start, r.byte_end, r.line, r.words, r.rule, f.path, r.part
          FROM receipt r JOIN source f ON f.id = r.source
          \(conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND "))
          """)
      return try rows.compactMap { row -> StoredReceipt? in
        guard let triple = try reader.triple(row) else { return nil }
        let (start, end) = (Int(row.int(3)), Int(row.int(4)))
        return StoredReceipt(
          source: row.text(8), triple: triple,
          receipt: Receipt(
            part: row.text(9).isEmpty ? nil : row.text(9), byteRange: start..<max(start, end),
            line: Int(row.int(5)), words: row.text(6),
            rule: row.text(7)))
      }
    }
  }

  func count(ofSource source: Int64) throws -> Int {
    try Int.fetchOne(
      database, sql: "SELECT COUNT(*) FROM receipt WHERE source = ?", arguments: [source]) ?? 0
  }

  /// How many rows these statements have.
  static func distinctCount(of statements: [KGModel.Statement]) -> Int {
    struct Key: Hashable {
      let triple: Triple
      let range: Range<Int>?
      let rule: String
    }
    return Set(
      statements.flatMap { statement in
        statement.receipts.map {
          Key(triple: statement.triple, range: $0.byteRange, rule: $0.rule)
        }
      }
    ).count
  }

  func remove(ofSource source: Int64) throws {
    try database.execute(sql: "DELETE FROM receipt WHERE source = ?", arguments: [source])
  }
}
