internal import KGIngest
internal import KGModel
internal import KGRDF
internal import KGResolve
internal import KGStore

extension Graph {
  /// Decides anew which nodes mean one person or one work.
  ///
  /// - Parameter progress: Called now and then.
  /// - Throws: ``StoreError``; the decisions are then as before.
  @discardableResult
  public func resolve(
    progress: (IdentityProgress) -> Void = { _ in }
  ) throws -> IdentityReport {
    FreedMemory.releaseUnused()
    return try Self.logged("identity", { "\($0.decisions.count) decisions" }) {
      let report = try proposedIdentity(progress: progress)
      try store.replaceDecisions(report.decisions)
      return report
    }
  }

  /// The number of papers in a profile of none of which its owner is an author; `nil` where the owner is an author of one, or
  /// nothing is known of papers or of the owner.
  ///
  /// - Throws: ``StoreError`` when the file cannot be read.
  public func unownedPaperCount(of report: IngestReport) throws -> Int? {
    guard let summary = report.summary, summary.owner != nil,
      let count = summary.counts["papers"], count > 0
    else { return nil }
    let document = NTriplesWriter.text(.iri(SourceKey(path: report.path).document))
    let isAuthor = try query(
      "ASK { \(document) schema:mainEntity ?owner . ?paper schema:author ?owner }")
    return isAuthor == .boolean(true) ? nil : count
  }

  /// What ``resolve()`` would decide by what the sources say. Nothing is stored.
  ///
  /// - Parameter progress: Called now and then.
  /// - Throws: ``StoreError`` when the file cannot be read.
  public func proposedIdentity(
    progress: (IdentityProgress) -> Void = { _ in }
  ) throws -> IdentityReport {
    let judgements = try store.judgements()
    return IdentityReport(
      decisions: try store.withAssertions {
        try Resolver(StoredEvidence($0), judgements: judgements, progress: progress)
          .decisions(progress: progress)
      })
  }
}

/// The statements of a store as the resolver reads them.
struct StoredEvidence: AssertionSource {
  private let stored: StoredAssertions

  init(_ stored: StoredAssertions) {
    self.stored = stored
  }

  var assertionCount: Int { stored.count }

  func forEachAssertion(_ body: (_ document: Int, Assertion) throws -> Void) throws {
    try stored.forEach { document, subject, predicate, object in
      try body(document, Assertion(subject: subject, predicate: predicate, object: object))
    }
  }

  func documentsWithOwnNodes() throws -> Set<Int> { try stored.rdfSources() }
  func termID(of term: Term) throws -> Int64? { try stored.termID(of: term) }
  func term(_ id: Int64) throws -> Term? { try stored.term(id) }
}
