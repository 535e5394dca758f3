internal import Foundation
internal import GRDB
public import KGModel
internal import KGRDF

/// A source as the store lists it.
public struct StoredSource: Hashable, Sendable {
  public let description: SourceDescription
  public let absolutePath: String
  public let statementCount: Int
  /// When it was read, in UTC: `2026-11-21T06:20:30Z`.
  public let ingestedAt: String
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
      let table = SourceTable(database)
      let previous = try table.ids(path: source.path, absolutePath: absolutePath)
      if previous.count == 1, let previous = previous.first,
        try table.isUnchanged(previous, source, statements)
      {
        return IngestOutcome(change: .unchanged, statementCount: statements.count)
      }
      for previous in previous { try SourceRemover(database).remove(previous) }
      let id = try table.reserve()
      let loader = try SourceLoader(database, source: id, path: source.path)
      try loader.add(StatementChunk(statements).chunk, firstLine: 1)
      _ = try loader.finish()
      try table.insert(id, source, absolutePath, statementCount: loader.statementCount)
      try ReceiptTable(database).insert(statements, source: id)
      try PredicateFigures.refresh(database, added: statements.count)
      return IngestOutcome(
        change: previous.isEmpty ? .added : .replaced, statementCount: statements.count)
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

  /// What each document that is no RDF asserts, in the order of the sources' paths.
  public func statementsByDocument() throws(StoreError) -> [[Triple]] {
    try read { database in
      let reader = TripleReader(database)
      var lists: [[Triple]] = []
      var last: Int64?
      let condition = "NOT \(SourceTable.isRDF)"
      try StatementBlocks(database).forEach(where: condition) { source, quad, _ in
        if source != last { lists.append([]) }
        last = source
        guard let triple = try reader.triple(quad) else { return }
        lists[lists.count - 1].append(triple)
      }
      return lists
    }
  }
}
