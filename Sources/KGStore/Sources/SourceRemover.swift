internal import KGModel

/// Removes a source within a transaction, with the triples, names and terms that no other source asserts.
struct SourceRemover {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  func remove(_ id: Int64) throws {
    if try database.integer("SELECT COUNT(*) FROM source WHERE id <> ?", [id]) == 0 {
      // Without any source all tables are empty, and deleting all rows takes only milliseconds.
      for table in StoreSchema.sourceTables { try database.execute("DELETE FROM \(table)") }
      try database.execute("INSERT INTO name_words (name_words) VALUES ('delete-all')")
      return
    }
    var batch: [QuadIDs: Int64] = [:]
    var terms: Set<Int64> = []
    var names: Set<Int64> = []
    var predicates: Set<Int64> = []
    let namePredicates = try NameTable.predicateIDs(database)
    func removeBatch() throws {
      try EntityIndex(database).remove(batch)
      for quad in batch.keys {
        terms.formUnion([quad.s, quad.p, quad.o, quad.g])
        predicates.insert(quad.p)
        if namePredicates.contains(quad.p) { names.insert(quad.o) }
      }
      batch = [:]
    }
    try StatementBlocks(database).forEach(ofSource: id) { _, quad, _ in
      batch[quad, default: 0] += 1
      if batch.count >= Self.batchCount { try removeBatch() }
    }
    try removeBatch()
    try ReceiptTable(database).remove(ofSource: id)
    try StatementBlocks(database).remove(ofSource: id)
    try database.execute("DELETE FROM source WHERE id = ?", [id])
    try NameTable(database).removeUnused(names.sorted())
    try UnusedTerms(database).removePredicates(among: predicates)
    try UnusedTerms(database).remove(among: terms)
  }

  /// The number of statements that are removed together; they take about 50 MB.
  private static let batchCount = 1 << 19
}
