internal import GRDB
internal import KGModel

/// Removes a source within a transaction, and all that only it said: triples, names, terms.
struct SourceRemover {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  func remove(_ id: Int64) throws {
    let others = try Int.fetchOne(
      database, sql: "SELECT COUNT(*) FROM source WHERE id <> ?", arguments: [id])
    if others == 0 {
      // Without a source all is empty, and emptying whole tables is a matter of milliseconds.
      for table in StoreSchema.tables { try database.execute(sql: "DELETE FROM \(table)") }
      try database.execute(sql: "INSERT INTO name_words (name_words) VALUES ('delete-all')")
      return
    }
    var statements: [QuadIDs: Int64] = [:]
    try StatementBlocks(database).forEach(ofSource: id) { _, quad, _ in
      statements[quad, default: 0] += 1
    }
    try ReceiptTable(database).remove(ofSource: id)
    try StatementBlocks(database).remove(ofSource: id)
    try database.execute(sql: "DELETE FROM source WHERE id = ?", arguments: [id])
    try EntityIndex(database).remove(statements)
    try removeUnusedTerms(statements.keys)
  }

  /// Terms that nothing names any more leave the dictionary: what is forgotten is gone.
  private func removeUnusedTerms(_ removed: some Sequence<QuadIDs>) throws {
    let dictionary = TermDictionary(database)
    let names = Set(
      try NameTable.predicates.compactMap { try dictionary.id(of: .iri($0))?.rawValue })
    try NameTable(database).removeUnused(
      Set(removed.filter { names.contains($0.p) }.map(\.o)).sorted())
    for predicate in Set(removed.map(\.p)).sorted() {
      try database.cachedStatement(
        sql: """
          DELETE FROM predicate WHERE p = ?1 AND NOT EXISTS (SELECT 1 FROM pos WHERE p = ?1)
            AND NOT EXISTS (SELECT 1 FROM posg WHERE p = ?1)
          """
      ).execute(arguments: [predicate])
    }
    let candidates = Set(removed.flatMap { [$0.s, $0.p, $0.o, $0.g] })
      .filter { TermID(rawValue: $0).isRow }
    let entities = EntityIndex(database)
    for id in try unused(candidates).sorted() {
      try database.cachedStatement(sql: "DELETE FROM decision WHERE first = ?1 OR second = ?1")
        .execute(arguments: [id])
      // A node that no statement is about is one with nothing.
      if try entities.joinedEntity(of: id) != nil { try entities.assign([id: id]) }
      try dictionary.remove(id)
    }
  }

  /// Those of the rows that stand in no statement.
  private func unused(_ candidates: Set<Int64>) throws -> Set<Int64> {
    if candidates.count > Self.manyTerms { return try unusedByScan(candidates) }
    let test = try database.cachedStatement(
      sql: """
        SELECT EXISTS (SELECT 1 FROM spo WHERE s = ?1)
          OR EXISTS (SELECT 1 FROM predicate WHERE p = ?1)
          OR EXISTS (SELECT 1 FROM predicate JOIN pos ON pos.p = predicate.p AND pos.o = ?1)
          OR EXISTS (SELECT 1 FROM joined WHERE s = ?1) OR EXISTS (SELECT 1 FROM joined WHERE o = ?1)
          OR EXISTS (SELECT 1 FROM gspo WHERE g = ?1) OR EXISTS (SELECT 1 FROM spog WHERE s = ?1)
          OR EXISTS (SELECT 1 FROM predicate JOIN posg ON posg.p = predicate.p AND posg.o = ?1)
        """)
    return try candidates.filter { try Bool.fetchOne(test, arguments: [$0]) == false }
  }

  /// From this many terms on, one pass over everything is quicker than asking for each.
  private static let manyTerms = 50_000

  private func unusedByScan(_ candidates: Set<Int64>) throws -> Set<Int64> {
    var unused = candidates
    for sql in [
      "SELECT s, p, o, 0 FROM spo", "SELECT s, p, o, g FROM gspo", "SELECT s, p, o, g FROM joined",
    ] {
      let rows = try PreparedStatement(database, sql)
      while try rows.step() { for column in 0..<4 { unused.remove(rows.int(column)) } }
    }
    return unused
  }
}
