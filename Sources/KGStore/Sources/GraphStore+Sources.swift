internal import Foundation
internal import GRDB
public import KGModel
internal import KGRDF

extension GraphStore {
  /// Makes the statements all that a source says, in place of what it said before.
  ///
  /// - Parameter statements: Hands them over in batches, each with its receipts. A statement of an earlier batch
  ///   may come again with further receipts. Is called a second time when the content is what it was and what
  ///   was read from it is not.
  public func replace(
    _ source: SourceDescription, absolutePath: String,
    statements forEachBatch: (_ body: ([KGModel.Statement]) throws -> Void) throws -> Void
  ) throws(StoreError) -> IngestOutcome {
    try change { database in
      let table = SourceTable(database)
      let previous = try table.ids(path: source.path, absolutePath: absolutePath)
      if previous.count == 1, let previous = previous.first,
        let stored = try table.storedDigest(of: previous, matching: source)
      {
        var digest = StatementDigest()
        try forEachBatch { digest.add($0) }
        if digest.digits == stored.digest {
          return IngestOutcome(change: .unchanged, statementCount: stored.statementCount)
        }
      }
      for previous in previous { try SourceRemover(database).remove(previous) }
      let id = try table.reserve()
      // Each batch is inserted before the next one is made: receipts name its terms by their rows.
      let loader = try SourceLoader(database, source: id, path: source.path, memory: 0)
      let receipts = ReceiptTable(database)
      var digest = StatementDigest()
      try forEachBatch { batch in
        let isFirst = loader.statementCount == 0
        let new = try isFirst ? batch : receipts.withoutReceipts(batch, source: id)
        try loader.add(StatementChunk(new).chunk, firstLine: 1)
        try receipts.insert(batch, source: id)
        digest.add(batch)
      }
      _ = try loader.finish()
      try table.insert(
        id, source, absolutePath, statementCount: loader.statementCount, digest: digest.digits)
      try PredicateStatistics.refresh(database, added: loader.statementCount)
      return IngestOutcome(
        change: previous.isEmpty ? .added : .replaced, statementCount: loader.statementCount)
    }
  }

  /// Removes a source and all that only it said. ``compact()`` then gives back what it took.
  ///
  /// - Returns: `false` when there is no source of this path.
  public func forget(path: String) throws(StoreError) -> Bool {
    try change { database in
      let ids = try SourceTable(database).ids(path: path, absolutePath: path)
      for id in ids { try SourceRemover(database).remove(id) }
      return !ids.isEmpty
    }
  }

  /// The sources by path.
  public func sources() throws(StoreError) -> [StoredSource] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT \(SourceTable.columns) FROM source ORDER BY path"
      ).map { SourceTable.source($0) }
    }
  }

  /// Every triple that some source asserts outside of named graphs, each once, in no order.
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
