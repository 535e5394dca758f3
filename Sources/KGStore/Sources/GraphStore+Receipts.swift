internal import GRDB
public import KGModel
internal import KGRDF

/// Where a source says a statement.
public struct StoredReceipt: Hashable, Sendable {
  /// The path of the source.
  public let source: String
  public let triple: Triple
  public let receipt: Receipt
}

extension GraphStore {
  /// Every receipt of the statements that one of the patterns wants, in the order of sources and places.
  ///
  /// Documents in an RDF syntax are looked through from their first line to their last.
  public func receipts(_ patterns: [ReceiptPattern]) throws(StoreError) -> [StoredReceipt] {
    try read { database in
      let wanted = try ReceiptMatcher(database, patterns)
      guard !wanted.isEmpty else { return [] }
      let found =
        try ReceiptTable(database).receipts(wanted)
        + Self.statementReceipts(database, wanted)
      // Nobody reads a receipt twice because two patterns want it.
      return Set(found).sorted(by: Self.precedes)
    }
  }

  private static func precedes(_ left: StoredReceipt, _ right: StoredReceipt) -> Bool {
    if left.source != right.source { return left.source < right.source }
    // Pages in the order of their numbers, files of a site in that of their names.
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

  /// A statement of an RDF document is its own receipt.
  private static func statementReceipts(
    _ database: Database, _ wanted: ReceiptMatcher
  ) throws -> [StoredReceipt] {
    let reader = TripleReader(database)
    let paths = try Dictionary(
      Row.fetchAll(database, sql: "SELECT id, path FROM source").map { ($0.int(0), $0.text(1)) },
      uniquingKeysWith: { first, _ in first })
    var found: [StoredReceipt] = []
    try StatementBlocks(database).forEach(where: SourceTable.isRDF) { source, quad, line in
      guard wanted.matches(quad), let triple = try reader.triple(quad), let path = paths[source]
      else { return }
      let said = Triple(
        BlankNodeScope.withoutMark(triple.subject), triple.predicate,
        BlankNodeScope.withoutMark(triple.object))
      let receipt = Receipt(
        byteRange: nil, line: line, words: NTriplesWriter.line(said), rule: "rdf.statement")
      found.append(StoredReceipt(source: path, triple: triple, receipt: receipt))
    }
    return found
  }
}
