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
      sql: "INSERT OR IGNORE INTO receipt VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for statement in statements where !statement.receipts.isEmpty {
      let triple = statement.triple
      guard let s = try id(triple.subject), let p = try id(.iri(triple.predicate)),
        let o = try id(triple.object)
      else { continue }
      for receipt in statement.receipts {
        try insert.execute(arguments: [
          source, s, p, o, receipt.byteRange.lowerBound, receipt.byteRange.upperBound,
          receipt.rule, receipt.line, receipt.words,
        ])
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
      let range: Range<Int>
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
