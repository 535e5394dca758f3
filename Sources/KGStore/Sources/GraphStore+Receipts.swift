public import KGModel
internal import KGRDF

/// A place in a source that asserts a statement.
public struct StoredReceipt: Hashable, Sendable {
  /// The path of the source.
  public let source: String
  /// The statement, as the source asserts it.
  public let triple: Triple
  /// The place and the rule that read it.
  public let receipt: Receipt
}

extension GraphStore {
  /// The receipts of the statements that match one of the patterns, each once, in the order of sources and
  /// places.
  ///
  /// Documents in an RDF syntax are searched statement by statement.
  ///
  /// - Returns: An empty array when no statement matches.
  /// - Throws: ``StoreError`` when the file cannot be read.
  public func receipts(_ patterns: [ReceiptPattern]) throws(StoreError) -> [StoredReceipt] {
    try read { database in
      let wanted = try ReceiptMatcher(database, patterns)
      guard !wanted.isEmpty else { return [] }
      let found =
        try ReceiptTable(database).receipts(wanted)
        + Self.statementReceipts(database, wanted)
      // Two patterns can select the same receipt.
      return Set(found).sorted(by: Self.precedes)
    }
  }

  private static func precedes(_ left: StoredReceipt, _ right: StoredReceipt) -> Bool {
    if left.source != right.source { return left.source < right.source }
    // Pages are ordered by number, files of a site by name.
    let parts = [left, right].map { stored in
      let part = stored.receipt.part ?? ""
      return (part.hasPrefix("page ") ? part.count : 0, part)
    }
    if parts[0] != parts[1] { return parts[0] < parts[1] }
    let places = [left, right].map { ($0.receipt.line, $0.receipt.byteRange?.lowerBound ?? 0) }
    if places[0] != places[1] { return places[0] < places[1] }
    return (left.receipt.byteRange?.upperBound ?? 0, NTriplesWriter.line(left.triple))
      < (right.receipt.byteRange?.upperBound ?? 0, NTriplesWriter.line(right.triple))
  }

  /// Receipts for statements of RDF documents: the statement is its own receipt.
  private static func statementReceipts(
    _ database: Database, _ wanted: ReceiptMatcher
  ) throws -> [StoredReceipt] {
    let reader = TripleReader(database)
    let paths = try Dictionary(
      database.rows("SELECT id, path FROM source") { ($0.int(0), $0.text(1)) },
      uniquingKeysWith: { first, _ in first })
    var found: [StoredReceipt] = []
    try StatementBlocks(database).forEach(where: SourceTable.isRDF) { source, quad, line in
      guard wanted.matches(quad), let triple = try reader.triple(quad), let path = paths[source]
      else { return }
      let statement = Triple(
        BlankNodeScope.withoutMark(triple.subject), triple.predicate,
        BlankNodeScope.withoutMark(triple.object))
      let receipt = Receipt(
        byteRange: nil, line: line, words: NTriplesWriter.line(statement), rule: "rdf.statement")
      found.append(StoredReceipt(source: path, triple: triple, receipt: receipt))
    }
    return found
  }
}
