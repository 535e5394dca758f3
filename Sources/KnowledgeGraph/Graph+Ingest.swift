public import KGIngest
internal import KGModel
internal import KGResolve
public import KGStore

/// What became of a source.
public struct IngestReport: Sendable {
  public let path: String
  public let kind: String
  public let outcome: IngestOutcome
  public let summary: ProfileSummary
}

extension Graph {
  /// Reads one document into the graph: wholly, or not at all. Ingesting it again replaces what it said.
  ///
  /// Identity is not decided here; call ``resolve()`` when all sources are in.
  ///
  /// - Parameter owner: names the owner where the document does not.
  /// - Throws: ``UnreadablePath``, ``UnreadableSource`` or ``StoreError``; the graph is then as before.
  public func ingest(_ file: SourceFile, owner: String? = nil) throws -> IngestReport {
    try ingest(
      SourceFinder.read(file), path: file.path, absolutePath: file.absolutePath, owner: owner)
  }

  /// The same for bytes at hand; `path` names the source.
  public func ingest(
    _ bytes: [UInt8], path: String, absolutePath: String, owner: String? = nil
  ) throws -> IngestReport {
    let extraction = try Self.logged("extract", { "\($0.summary.counts.count) kinds of facts" }) {
      try ProfileExtractor.extract(bytes, owner: owner)
    }
    let statements = ProfileEmitter.statements(
      of: extraction, source: SourceKey(path: path),
      documentName: path.split(separator: "/").last.map(String.init) ?? path)
    let description = SourceDescription(
      path: path, kind: extraction.kind, byteCount: bytes.count, fingerprint: fingerprint(bytes))
    let outcome = try Self.logged("store", { "\($0.statementCount) statements" }) {
      try store.replace(description, absolutePath: absolutePath, statements: statements)
    }
    return IngestReport(
      path: path, kind: extraction.kind, outcome: outcome, summary: extraction.summary)
  }

  /// Decides anew which nodes mean one person or one work.
  ///
  /// - Returns: the number of decisions.
  @discardableResult
  public func resolve() throws -> Int {
    try Self.logged("identity", { "\($0) decisions" }) {
      let decisions = Resolver(try store.statementsBySource()).decisions()
      try store.replaceDecisions(decisions)
      return decisions.count
    }
  }
}
