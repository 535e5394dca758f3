public import KGIngest
internal import KGModel
internal import KGReaders
public import KGRDF
internal import KGResolve

public import KGStore

/// The outcome of ingesting one source.
public struct IngestReport: Sendable {
  /// The name of the source: its path as given, or ``FilePath/name``.
  public let path: String
  /// What it was read as, in one word: `markdown`, `pdf`, `n-triples` and so on.
  public let kind: String
  /// Whether the source is new, replaced or unchanged, and how many statements it has.
  public let outcome: IngestOutcome
  /// What was found in a profile; `nil` for RDF, whose statements are stored as they are.
  public let summary: ProfileSummary?
}

/// How far the reading of a large source is.
public struct IngestProgress: Sendable {
  /// The bytes that were read so far, unpacked.
  public let byteCount: Int
  /// The size of the source in bytes; `nil` for a pipe and for compressed files.
  public let totalByteCount: Int?
  /// The statements that were read so far.
  public let statementCount: Int
}

extension Graph {
  /// Reads one source into the graph: wholly, or not at all. Ingesting it again replaces what it said.
  ///
  /// Identity is not decided here; call ``resolve()`` when all sources are in.
  ///
  /// - Parameters:
  ///   - format: The RDF syntax; `nil` detects by name and content whether it is RDF or a profile.
  ///   - owner: Names the owner where a profile does not.
  ///   - includesPersonalData: Whether a profile's e-mail addresses, telephone numbers, gender, age and the like are
  ///     kept, which are left out otherwise.
  ///   - progress: Called now and then while RDF or a list of works in BibTeX is read.
  /// - Throws: ``UnreadablePath``, ``UnreadableSource``, ``RDFSyntaxError`` or ``StoreError``; the graph is
  ///   then as before.
  public func ingest(
    _ file: SourceFile, format: RDFFormat? = nil, owner: String? = nil,
    includesPersonalData: Bool = false, progress: (IngestProgress) -> Void = { _ in }
  ) throws -> IngestReport {
    if file.isSiteOrArchive {
      return try ingest(site: file, owner: owner, includesPersonalData: includesPersonalData)
    }
    let input = try SourceInput(file)
    // The name of the file or its first bytes show whether it is RDF.
    guard
      let format = try format ?? RDFFormat.detect(path: file.path, head: input.head(4096))
    else {
      return try ingest(
        input.readAll(limit: DocumentReader.maximumByteCount + 1), path: file.name,
        absolutePath: file.absolutePath, owner: owner, includesPersonalData: includesPersonalData,
        progress: progress)
    }
    let document = RDFDocument(
      path: file.name, absolutePath: file.absolutePath, format: format,
      isLarge: (input.byteCountOnDisk ?? 0) >= Self.largeByteCount, read: input.read)
    let outcome = try Self.logged(
      "load",
      { (outcome: IngestOutcome) in
        "\(outcome.statementCount) statements"
      }
    ) {
      // A pipe can be read once.
      let fingerprint = { try input.byteCountOnDisk == nil ? nil : Self.fingerprint(file) }
      if let stored = try store.unchanged(document, fingerprint: fingerprint) { return stored }
      return try store.load(document) { byteCount, statementCount in
        progress(
          IngestProgress(
            byteCount: byteCount,
            totalByteCount: input.isCompressed ? nil : input.byteCountOnDisk,
            statementCount: statementCount))
      }
    }
    if outcome.forgottenCount > 0 { try removeTraces() }
    return IngestReport(path: file.name, kind: format.kind, outcome: outcome, summary: nil)
  }

  /// From this size on a store is built from pages instead of rows.
  private static let largeByteCount = 8 << 20

  /// The fingerprint of a file, read for that alone.
  private static func fingerprint(_ file: SourceFile) throws -> String {
    let input = try SourceInput(file)
    return try ContentHash.digits(reading: input.read)
  }

  /// Reads a document from memory into the graph: wholly, or not at all. RDF is not read this way.
  ///
  /// - Parameters:
  ///   - path: The name of the source. A later document of this name replaces it.
  ///   - absolutePath: Where the document is on the disk, by which it is recognized under another path; `path` when
  ///     `nil`.
  ///   - owner: Names the owner where the document does not.
  ///   - includesPersonalData: Whether e-mail addresses, telephone numbers, gender, age and the like are kept.
  ///   - progress: Called now and then while a list of works in BibTeX is read.
  /// - Throws: ``UnreadableSource`` or ``StoreError``; the graph is then as before.
  public func ingest(
    _ bytes: consuming [UInt8], path: String, absolutePath: String? = nil, owner: String? = nil,
    includesPersonalData: Bool = false, progress: (IngestProgress) -> Void = { _ in }
  ) throws -> IngestReport {
    let (byteCount, fingerprint) = (bytes.count, ContentHash.digits(of: bytes))
    func report(_ readByteCount: Int, _ statementCount: Int) {
      progress(
        IngestProgress(
          byteCount: readByteCount, totalByteCount: byteCount, statementCount: statementCount))
    }
    // The bytes are freed when they have been read.
    var unread: [UInt8]? = consume bytes
    let extraction = try Self.logged("extract", Self.sizeOfExtraction) {
      try ProfileExtractor.extract(
        unread.take() ?? [], name: path, owner: owner, includesPersonalData: includesPersonalData
      ) { report($0, 0) }
    }
    return try store(
      consume extraction, path: path, absolutePath: absolutePath ?? path, byteCount: byteCount,
      fingerprint: fingerprint
    ) { report(byteCount, $0) }
  }

  /// The files of a site as one source.
  private func ingest(
    site: SourceFile, owner: String?, includesPersonalData: Bool
  ) throws -> IngestReport {
    let read = try Site(reading: site)
    let files = read.members
    // Names count too: a page that moves may mean something else.
    let bytes: [UInt8] = files.flatMap { file in Array(file.path.utf8) + [0] + file.bytes + [0] }
    let extraction = Self.logged("extract", Self.sizeOfExtraction) {
      ProfileExtractor.extract(read, owner: owner, includesPersonalData: includesPersonalData)
    }
    return try store(
      consume extraction, path: site.name, absolutePath: site.absolutePath,
      byteCount: files.map(\.bytes.count).reduce(0, +), fingerprint: ContentHash.digits(of: bytes))
  }

  private static func sizeOfExtraction(_ extraction: ProfileExtractor.Extraction) -> String {
    "\(extraction.summary.counts.count) kinds of facts"
  }

  private func store(
    _ extraction: consuming ProfileExtractor.Extraction, path: String, absolutePath: String,
    byteCount: Int, fingerprint: String, progress: (_ statementCount: Int) -> Void = { _ in }
  ) throws -> IngestReport {
    let (kind, summary) = (extraction.kind, extraction.summary)
    guard summary.owner != nil || !summary.counts.isEmpty else {
      throw UnreadableSource.nothingFound
    }
    // The text of a long list and its record take more memory than the store: they are freed as statements are made.
    var document: ReadDocument? = ReadDocument(consume extraction)
    if byteCount >= FreedMemory.largeByteCount { FreedMemory.releaseUnused() }
    let description = SourceDescription(
      path: path, kind: kind, byteCount: byteCount, fingerprint: fingerprint)
    let outcome = try Self.logged("store", { "\($0.statementCount) statements" }) {
      try store.replace(description, absolutePath: absolutePath) { isLast, body in
        guard let own = isLast ? document.take() : document else { return }
        var statementCount = 0
        try Self.forEachBatch(of: consume own, path: path, isLarge: byteCount >= Self.longByteCount)
        {
          try body($0)
          let last = statementCount
          statementCount += $0.count
          progress(statementCount)
          if last / Self.releasedCount < statementCount / Self.releasedCount {
            FreedMemory.releaseUnused()
          }
        }
      }
    }
    if outcome.forgottenCount > 0 { try removeTraces() }
    return IngestReport(path: path, kind: kind, outcome: outcome, summary: summary)
  }

  /// Statements after whose storing the memory of their papers is given back.
  private static let releasedCount = 1 << 16

  /// From this size on the statements of a document are made on another thread than they are stored on.
  private static let longByteCount = 1 << 18

  private static func forEachBatch(
    of document: consuming ReadDocument, path: String, isLarge: Bool,
    _ body: (DocumentBatch) throws -> Void
  ) throws {
    var document: ReadDocument? = consume document
    func make(_ hand: (DocumentBatch) throws -> Void) throws {
      guard let own = document.take() else { return }
      var batcher = DocumentBatcher()
      try ProfileEmitter.forEachBatch(
        of: consume own, source: SourceKey(path: path), documentName: PathText(path).name
      ) { try hand(batcher.batch($0)) }
    }
    guard isLarge else { return try make(body) }
    try BackgroundProducer.forEach { (hand: (DocumentBatch) -> Bool) throws in
      try make { if !hand($0) { throw CancellationError() } }
    } _: {
      try body($0)
    }
  }
}
