internal import KGModel
internal import KGRDF

extension GraphStore {
  /// The outcome for a document that has not changed since it was loaded; `nil` when it has changed or is not
  /// stored.
  ///
  /// - Parameter fingerprint: Computes the document's hash; called only when the store has its path.
  /// - Throws: ``StoreError``, and what `fingerprint` throws.
  package func unchanged(
    _ document: RDFDocument, fingerprint: () throws -> String?
  ) throws -> IngestOutcome? {
    if file.isMissing { return nil }
    let stored = try read { database in
      try database.firstRow(
        "SELECT \(SourceTable.columns) FROM source WHERE path = ?", [document.path],
        SourceTable.source)
    }
    guard let stored, stored.description.kind == document.format.kind,
      stored.description.fingerprint == (try fingerprint())
    else { return nil }
    return IngestOutcome(change: .unchanged, statementCount: stored.statementCount)
  }

  /// Loads a document; it replaces what was stored under its path.
  ///
  /// - Parameters:
  ///   - memory: Bytes of memory for terms and triples. Beyond that, triples are sorted into files next to the
  ///     store, or inserted in parts.
  ///   - progress: Called from time to time with the bytes and statements read so far.
  /// - Throws: ``RDFSyntaxError``, what reading throws, or ``StoreError``; the store is then unchanged.
  package func load(
    _ document: RDFDocument, memory: Int = 768 << 20,
    progress: (_ bytes: Int, _ statements: Int) -> Void = { _, _ in }
  ) throws -> IngestOutcome {
    do {
      return document.isLarge && file.isMissing
        ? try build(document, memory, progress) : try insert(document, memory, progress)
    } catch let error as SQLiteError {
      throw StoreError(error, path: path)
    }
  }

  /// Loads a document in one transaction, row by row.
  private func insert(
    _ document: RDFDocument, _ memory: Int, _ progress: (Int, Int) -> Void
  ) throws -> IngestOutcome {
    try changeRethrowing { database in
      let table = SourceTable(database)
      let previous = try table.ids(path: document.path, absolutePath: document.absolutePath)
      for previous in previous { try SourceRemover(database).remove(previous) }
      let id = try table.reserve()
      let loader = try SourceLoader(
        database, source: id, path: document.path, memory: memory)
      let source = try Self.read(document, into: loader, progress)
      _ = try loader.finish()
      try table.insert(
        id, source, document.absolutePath, statementCount: loader.statementCount)
      return try Self.outcome(
        of: id, source.fingerprint, database, change: previous.isEmpty ? .added : .replaced,
        statementCount: loader.statementCount)
    }
  }

  /// Builds a new file from a document, and links it to its path when it is complete.
  private func build(
    _ document: RDFDocument, _ memory: Int, _ progress: (Int, Int) -> Void
  ) throws -> IngestOutcome {
    let scratch = try ScratchStore(for: path)
    var trees: [String: FinishedTree] = [:]
    var statementCount = 0
    try scratch.database.transaction(.immediate) {
      let table = SourceTable(scratch.database)
      let id = try table.reserve()
      let loader = try SourceLoader(
        scratch.database, source: id, path: document.path, buildingIn: scratch.folder,
        memory: memory)
      let source = try Self.read(document, into: loader, progress)
      trees = try loader.finish()
      statementCount = loader.statementCount
      try table.insert(id, source, document.absolutePath, statementCount: statementCount)
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
      case .ntriples, .nquads: NQuadsChunkSource(document.format, read: meter.read)
      case .turtle, .trig: TurtleChunkSource(document.format, read: meter.read)
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
}
