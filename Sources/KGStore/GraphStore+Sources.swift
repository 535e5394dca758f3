internal import Foundation
internal import GRDB
public import KGModel
public import KGRDF

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

/// A document in an RDF syntax, as it is read into a store.
public struct RDFDocument {
  /// As ``SourceDescription/path``.
  public let path: String
  public let absolutePath: String
  public let format: RDFFormat
  /// Whether it is worth while to build a store for it; see ``GraphStore/load(_:progress:)``.
  public let isLarge: Bool
  public let read: ReadBytes

  public init(
    path: String, absolutePath: String, format: RDFFormat, isLarge: Bool = false,
    read: @escaping ReadBytes
  ) {
    self.path = path
    self.absolutePath = absolutePath
    self.format = format
    self.isLarge = isLarge
    self.read = read
  }
}

extension GraphStore {
  /// Makes the statements all that a source says, in place of what it said before.
  public func replace(
    _ source: SourceDescription, absolutePath: String, statements: [KGModel.Statement]
  ) throws(StoreError) -> IngestOutcome {
    try change { database in
      let table = SourceTable(database)
      let previous = try table.id(path: source.path, absolutePath: absolutePath)
      if let previous, try table.isUnchanged(previous, source, statements) {
        return IngestOutcome(change: .unchanged, statementCount: statements.count)
      }
      if let previous { try SourceRemover(database).remove(previous) }
      let id = try table.reserve()
      let loader = try SourceLoader(database, source: id, path: source.path)
      try loader.add(StatementChunk(statements).chunk, firstLine: 1)
      _ = try loader.finish()
      try table.insert(id, source, absolutePath, statementCount: loader.statementCount)
      try ReceiptTable(database).insert(statements, source: id)
      return IngestOutcome(
        change: previous == nil ? .added : .replaced, statementCount: statements.count)
    }
  }

  /// What the store holds of a document that has not changed since.
  ///
  /// - Parameter fingerprint: The document's hash; asked for only when the store knows its path.
  public func unchanged(
    _ document: RDFDocument, fingerprint: () throws -> String?
  ) throws -> IngestOutcome? {
    if file.isMissing { return nil }
    let stored = try read { database in
      try Row.fetchOne(
        database, sql: "SELECT \(SourceTable.columns) FROM source WHERE path = ?",
        arguments: [document.path]
      ).map { SourceTable.source($0) }
    }
    guard let stored, stored.description.kind == document.format.kind,
      stored.description.fingerprint == (try fingerprint())
    else { return nil }
    return IngestOutcome(change: .unchanged, statementCount: stored.statementCount)
  }

  /// Makes a document all that its source says, in place of what it said before.
  ///
  /// - Parameter progress: Is told now and then how many bytes and statements have been read.
  /// - Throws: ``RDFSyntaxError``, what reading throws, or ``StoreError``; the store is then as before.
  public func load(
    _ document: RDFDocument, progress: (_ bytes: Int, _ statements: Int) -> Void = { _, _ in }
  ) throws -> IngestOutcome {
    do {
      return document.isLarge && file.isMissing
        ? try build(document, progress) : try insert(document, progress)
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  /// Reads a document into the store in one transaction, row by row.
  private func insert(
    _ document: RDFDocument, _ progress: (Int, Int) -> Void
  ) throws -> IngestOutcome {
    try changeRethrowing { database in
      let table = SourceTable(database)
      let previous = try table.id(path: document.path, absolutePath: document.absolutePath)
      if let previous { try SourceRemover(database).remove(previous) }
      let id = try table.reserve()
      let loader = try SourceLoader(database, source: id, path: document.path)
      let source = try Self.read(document, into: loader, progress)
      _ = try loader.finish()
      try table.insert(
        id, source, document.absolutePath, statementCount: loader.statementCount)
      return IngestOutcome(
        change: previous == nil ? .added : .replaced, statementCount: loader.statementCount)
    }
  }

  /// Builds a new file of a document, and gives it its name when it is whole.
  private func build(
    _ document: RDFDocument, _ progress: (Int, Int) -> Void
  ) throws -> IngestOutcome {
    let scratch = try ScratchStore(for: path)
    var trees: [String: FinishedTree] = [:]
    var statementCount = 0
    try scratch.queue.inDatabase { database in
      try database.inTransaction {
        let table = SourceTable(database)
        let id = try table.reserve()
        let loader = try SourceLoader(database, source: id, path: document.path)
        let source = try Self.read(document, into: loader, progress)
        trees = try loader.finish(buildingIn: scratch.folder)
        statementCount = loader.statementCount
        try table.insert(id, source, document.absolutePath, statementCount: statementCount)
        return .commit
      }
    }
    try scratch.publish(with: trees)
    return IngestOutcome(change: .added, statementCount: statementCount)
  }

  private static func read(
    _ document: RDFDocument, into loader: SourceLoader, _ progress: (Int, Int) -> Void
  ) throws -> SourceDescription {
    let meter = DocumentMeter(document.read)
    let chunks: any ChunkSource =
      switch document.format {
      case .ntriples, .nquads: ParallelChunks(document.format, read: meter.read)
      case .turtle, .trig: TranslatedChunks(document.format, read: meter.read)
      }
    defer { chunks.stop() }
    var byteCount = 0
    while let (chunk, line) = try chunks.next() {
      try loader.add(chunk, firstLine: line)
      byteCount += chunk.byteCount
      progress(byteCount, loader.statementCount)
    }
    return SourceDescription(
      path: document.path, kind: document.format.kind, byteCount: meter.byteCount,
      fingerprint: meter.fingerprint)
  }

  /// Removes a source and all that only it said, from the file's free pages too.
  ///
  /// - Returns: `false` when there is no source of this path.
  public func forget(path: String) throws(StoreError) -> Bool {
    let isKnown = try change { database in
      guard let id = try SourceTable(database).id(path: path, absolutePath: path) else {
        return false
      }
      try SourceRemover(database).remove(id)
      return true
    }
    if isKnown { try compact() }
    return isKnown
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

/// Counts and hashes the bytes of a document as they are read.
private final class DocumentMeter {
  private let source: ReadBytes
  private var hash = ContentHash()
  private(set) var byteCount = 0

  init(_ source: @escaping ReadBytes) {
    self.source = source
  }

  func read(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = try source(buffer)
    hash.add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    byteCount += count
    return count
  }

  var fingerprint: String { hash.digits }
}
