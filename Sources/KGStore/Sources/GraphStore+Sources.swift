internal import Foundation
public import KGModel
internal import KGRDF

extension GraphStore {
  /// Stores the statements of a source; they replace what was stored under its path.
  ///
  /// - Parameter forEachBatch: Calls its last argument with the batches of one ``DocumentBatcher``, in order. A later
  ///   batch may repeat a statement with further receipts. It is called a second time when the content is the
  ///   same but different statements have been read from it; the first argument says whether this call is the last.
  package func replace(
    _ source: SourceDescription, absolutePath: String,
    batches forEachBatch: (_ isLast: Bool, _ body: (DocumentBatch) throws -> Void) throws -> Void
  ) throws(StoreError) -> IngestOutcome {
    try change { database in
      let table = SourceTable(database)
      let previous = try table.ids(path: source.path, absolutePath: absolutePath)
      if previous.count == 1, let previous = previous.first,
        let stored = try table.storedDigest(of: previous, matching: source)
      {
        var digest = StatementDigest().digits
        try forEachBatch(false) { digest = $0.digest }
        if digest == stored.digest {
          return IngestOutcome(change: .unchanged, statementCount: stored.statementCount)
        }
      }
      for previous in previous { try SourceRemover(database).remove(previous) }
      let id = try table.reserve()
      let loader = try SourceLoader(
        database, source: id, path: source.path, memory: Self.memoryForDocument)
      var receipts = try ReceiptWriter(database, source: id)
      var digest = StatementDigest().digits
      try forEachBatch(true) { batch in
        let ids = try loader.add(batch.chunk) { try !receipts.isStored($0) }
        try receipts.insert(batch.receipts, ids)
        digest = batch.digest
      }
      _ = try loader.finish()
      try table.insert(
        id, source, absolutePath, statementCount: loader.statementCount, digest: digest)
      return try Self.outcome(
        of: id, source.fingerprint, database, change: previous.isEmpty ? .added : .replaced,
        statementCount: loader.statementCount)
    }
  }

  /// Ends the storing of a source: without the people whom the store was told to forget.
  static func outcome(
    of source: Int64, _ fingerprint: String, _ database: Database, change: IngestOutcome.Change,
    statementCount: Int
  ) throws -> IngestOutcome {
    let forgotten = try PersonRemover(database).removeForgotten(
      ofSource: source, fingerprint: fingerprint)
    try PredicateStatistics.refresh(database, added: statementCount)
    return IngestOutcome(
      change: change, statementCount: statementCount, forgottenCount: forgotten)
  }

  /// The memory for the terms and triples of a document, in bytes; see ``SourceLoader``.
  private static let memoryForDocument = 64 << 20

  /// Removes a source and everything that no other source asserts. ``compact()`` then frees the space.
  ///
  /// - Returns: `false` when there is no source with this path.
  package func forget(path: String) throws(StoreError) -> Bool {
    try change { database in
      let ids = try SourceTable(database).ids(path: path, absolutePath: path)
      for id in ids { try SourceRemover(database).remove(id) }
      return !ids.isEmpty
    }
  }

  /// The stored sources, sorted by path.
  ///
  /// - Throws: ``StoreError`` when the file cannot be read.
  public func sources() throws(StoreError) -> [StoredSource] {
    try read { database in
      try database.rows(
        "SELECT \(SourceTable.columns) FROM source ORDER BY path", [], SourceTable.source)
    }
  }

  /// Every triple that a source asserts in the default graph, each once, in no order.
  ///
  /// - Throws: ``StoreError`` when the file cannot be read.
  public func statements() throws(StoreError) -> [Triple] {
    try read { database in
      let reader = TripleReader(database)
      var found: Set<QuadIDs> = []
      try StatementBlocks(database).forEach { _, quad, _ in
        if quad.g == QuadIDs.defaultGraph { found.insert(quad) }
      }
      return try found.compactMap(reader.triple)
    }
  }
}
