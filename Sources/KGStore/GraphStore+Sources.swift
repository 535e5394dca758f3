internal import GRDB
public import KGModel

/// A source as the store lists it.
public struct StoredSource: Hashable, Sendable {
  public let description: SourceDescription
  public let absolutePath: String
  public let statementCount: Int
}

/// What became of a source that was put into the store.
public struct IngestOutcome: Hashable, Sendable {
  public enum Change: Hashable, Sendable { case added, replaced, unchanged }

  public let change: Change
  public let statementCount: Int

  public var isUnchanged: Bool { change == .unchanged }
}

extension GraphStore {
  /// Makes the statements all that a source says, in place of what it said before.
  public func replace(
    _ source: SourceDescription, absolutePath: String, statements: [KGModel.Statement]
  ) throws(StoreError) -> IngestOutcome {
    try change { database in
      let writer = SourceWriter(database)
      let previous = try writer.sourceID(path: source.path, absolutePath: absolutePath)
      if let previous, try writer.isUnchanged(previous, source, statements) {
        return IngestOutcome(change: .unchanged, statementCount: statements.count)
      }
      if let previous { try writer.remove(previous) }
      try writer.insert(source, absolutePath: absolutePath, statements: statements)
      return IngestOutcome(
        change: previous == nil ? .added : .replaced, statementCount: statements.count)
    }
  }

  /// Removes a source and all that only it said, from the file's free pages too.
  ///
  /// - Returns: `false` when there is no source of this path.
  public func forget(path: String) throws(StoreError) -> Bool {
    let isKnown = try change { database in
      let writer = SourceWriter(database)
      guard let id = try writer.sourceID(path: path, absolutePath: path) else { return false }
      try writer.remove(id)
      return true
    }
    if isKnown { try compact() }
    return isKnown
  }

  /// The sources by path.
  public func sources() throws(StoreError) -> [StoredSource] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT path, kind, byte_count, fingerprint, absolute_path,
            (SELECT COUNT(*) FROM statement WHERE source = source.id) FROM source ORDER BY path
          """
      ).map(Self.storedSource)
    }
  }

  static func storedSource(_ row: Row) -> StoredSource {
    StoredSource(
      description: SourceDescription(
        path: row[0], kind: row[1], byteCount: row[2], fingerprint: row[3]),
      absolutePath: row[4], statementCount: row[5])
  }

  /// Every triple that some source asserts, each once, in no order.
  public func statements() throws(StoreError) -> [Triple] {
    try read { database in
      try TripleReader(database).triples(sql: "SELECT DISTINCT s, p, o FROM statement", [])
    }
  }

  /// What each source asserts, in the order of the sources' paths.
  public func statementsBySource() throws(StoreError) -> [[Triple]] {
    try read { database in
      let reader = TripleReader(database)
      return try Int64.fetchAll(database, sql: "SELECT id FROM source ORDER BY path").map { id in
        try reader.triples(sql: "SELECT s, p, o FROM statement WHERE source = ?", [id])
      }
    }
  }
}

/// Writes one source within a transaction, and keeps what queries read in step.
private struct SourceWriter {
  private let database: Database
  private let dictionary: TermDictionary
  private let entities: EntityIndex
  private let names: NameTable

  init(_ database: Database) {
    self.database = database
    dictionary = TermDictionary(database)
    entities = EntityIndex(database)
    names = NameTable(database)
  }

  /// The source of a path, under whatever spelling of it.
  func sourceID(path: String, absolutePath: String) throws -> Int64? {
    try Int64.fetchOne(
      database, sql: "SELECT id FROM source WHERE path = ? OR absolute_path = ? ORDER BY path <> ?",
      arguments: [path, absolutePath, path])
  }

  /// The content is what it was, and so is what was read from it.
  func isUnchanged(
    _ id: Int64, _ source: SourceDescription, _ statements: [KGModel.Statement]
  ) throws -> Bool {
    let row = try Row.fetchOne(
      database, sql: "SELECT path, fingerprint FROM source WHERE id = ?", arguments: [id])
    guard row?[0] == source.path, row?[1] == source.fingerprint else { return false }
    let receipts = try Int.fetchOne(
      database, sql: "SELECT COUNT(*) FROM receipt WHERE source = ?", arguments: [id])
    guard
      receipts
        == Set(
          statements.flatMap { statement in
            statement.receipts.map { ReceiptKey(statement.triple, $0) }
          }
        ).count
    else { return false }
    let stored = try TripleReader(database).triples(
      sql: "SELECT s, p, o FROM statement WHERE source = ?", [id])
    return Set(stored) == Set(statements.map(\.triple))
  }

  private struct ReceiptKey: Hashable {
    let triple: Triple
    let range: Range<Int>
    let rule: String

    init(_ triple: Triple, _ receipt: Receipt) {
      self.triple = triple
      range = receipt.byteRange
      rule = receipt.rule
    }
  }

  func insert(
    _ source: SourceDescription, absolutePath: String, statements: [KGModel.Statement]
  ) throws {
    try database.execute(
      sql:
        "INSERT INTO source (path, absolute_path, kind, byte_count, fingerprint) VALUES (?, ?, ?, ?, ?)",
      arguments: [source.path, absolutePath, source.kind, source.byteCount, source.fingerprint])
    let id = database.lastInsertedRowID
    let insertStatement = try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO statement (s, p, o, source) VALUES (?, ?, ?, ?)")
    let insertReceipt = try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO receipt VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for statement in statements {
      let triple = statement.triple
      let ids = try TripleIDs(
        s: dictionary.insert(triple.subject).rawValue,
        p: dictionary.insert(.iri(triple.predicate)).rawValue,
        o: dictionary.insert(triple.object).rawValue)
      try insertStatement.execute(arguments: [ids.s, ids.p, ids.o, id])
      for receipt in statement.receipts {
        try insertReceipt.execute(arguments: [
          id, ids.s, ids.p, ids.o, receipt.byteRange.lowerBound, receipt.byteRange.upperBound,
          receipt.line, receipt.words, receipt.rule,
        ])
      }
      try entities.add(ids)
      try names.add(triple, ids)
    }
  }

  func remove(_ id: Int64) throws {
    let removed = try Row.fetchAll(
      database, sql: "SELECT s, p, o FROM statement WHERE source = ?", arguments: [id]
    ).map { TripleIDs(s: $0[0], p: $0[1], o: $0[2]) }
    try database.execute(sql: "DELETE FROM receipt WHERE source = ?", arguments: [id])
    try database.execute(sql: "DELETE FROM statement WHERE source = ?", arguments: [id])
    try database.execute(sql: "DELETE FROM source WHERE id = ?", arguments: [id])
    for ids in removed { try entities.removeIfUnsaid(ids) }
    try names.removeUnsaid(removed)
    try forgetUnusedTerms(removed)
  }

  /// Terms that nothing names any more leave the dictionary: what is forgotten is gone.
  private func forgetUnusedTerms(_ removed: [TripleIDs]) throws {
    let ids = Set(removed.flatMap { [$0.s, $0.p, $0.o] }).filter {
      TermID(rawValue: $0).tag == .dictionary
    }
    for id in ids.sorted() {
      let isUsed = try Bool.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT EXISTS (SELECT 1 FROM statement WHERE s = ?1) OR EXISTS (SELECT 1 FROM statement WHERE o = ?1)
              OR EXISTS (SELECT 1 FROM pos WHERE p = ?1)
            """), arguments: [id])
      guard isUsed != true else { continue }
      try database.execute(
        sql: "DELETE FROM decision WHERE first = ?1 OR second = ?1", arguments: [id])
      try database.execute(sql: "DELETE FROM entity WHERE node = ?1", arguments: [id])
      try database.execute(sql: "DELETE FROM term WHERE id = ?", arguments: [id])
    }
  }
}
