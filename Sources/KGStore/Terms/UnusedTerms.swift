/// Removes terms that no statement contains any more, so that nothing remains of a removed source.
struct UnusedTerms {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// Removes those of the given terms that no statement contains, with the decisions about them.
  func remove(among candidates: Set<Int64>) throws {
    let dictionary = TermDictionary(database)
    let entities = EntityIndex(database)
    for id in try unused(candidates.filter { TermID(rawValue: $0).isRow }).sorted() {
      try database.execute("DELETE FROM decision WHERE first = ?1 OR second = ?1", [id])
      // A node without statements is not joined with others any more.
      if try entities.joinedEntity(of: id) != nil { try entities.assign([id: id]) }
      try dictionary.remove(id)
    }
  }

  /// Removes those of the given predicates from the table of predicates that no triple has.
  func removePredicates(among candidates: Set<Int64>) throws {
    for predicate in candidates.sorted() {
      try database.execute(
        """
        DELETE FROM predicate WHERE p = ?1 AND NOT EXISTS (SELECT 1 FROM pos WHERE p = ?1)
          AND NOT EXISTS (SELECT 1 FROM posg WHERE p = ?1)
        """, [predicate])
    }
  }

  /// The given terms that no statement contains.
  private func unused(_ candidates: Set<Int64>) throws -> Set<Int64> {
    if candidates.count > Self.manyTerms { return try unusedByScan(candidates) }
    let isUsed = try PreparedStatement(
      kept: """
        SELECT EXISTS (SELECT 1 FROM spo WHERE s = ?1)
          OR EXISTS (SELECT 1 FROM predicate WHERE p = ?1)
          OR EXISTS (SELECT 1 FROM predicate JOIN pos ON pos.p = predicate.p AND pos.o = ?1)
          OR EXISTS (SELECT 1 FROM joined WHERE s = ?1) OR EXISTS (SELECT 1 FROM joined WHERE o = ?1)
          OR EXISTS (SELECT 1 FROM gspo WHERE g = ?1) OR EXISTS (SELECT 1 FROM spog WHERE s = ?1)
          OR EXISTS (SELECT 1 FROM predicate JOIN posg ON posg.p = predicate.p AND posg.o = ?1)
        """, by: database)
    return try candidates.filter { id in
      isUsed.bind(id, at: 1)
      defer { isUsed.reset() }
      return try isUsed.step() && isUsed.int(0) == 0
    }
  }

  /// From this many terms on, one pass over all statements is faster than a query per term.
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
