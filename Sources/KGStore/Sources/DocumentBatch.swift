package import KGModel
internal import KGRDF

/// Statements of a document with their receipts, in the form in which they are stored. Batches are made in order
/// by a ``DocumentBatcher``, on any thread.
package struct DocumentBatch: Sendable {
  let chunk: NQuadsChunk
  let receipts: ReceiptRows
  /// ``StatementDigest`` of this batch and all before it.
  let digest: String

  /// The number of statements.
  package var count: Int { chunk.lines.count }
}

/// Makes the batches of one document.
package struct DocumentBatcher {
  private var digest = StatementDigest()

  package init() {}

  /// The next batch.
  ///
  /// - Throws: ``RDFSyntaxError`` when a term is not valid in RDF, such as an IRI without a scheme.
  package mutating func batch(_ statements: [Statement]) throws -> DocumentBatch {
    var lines: [UInt8] = []
    lines.reserveCapacity(statements.count * 200)
    var receipts = ReceiptRows(statementCount: statements.count)
    var subject: Term?
    var subjectText: [UInt8] = []
    for statement in statements {
      let start = lines.count
      // Statements about one subject follow each other.
      if subject != statement.triple.subject {
        subject = statement.triple.subject
        subjectText.removeAll(keepingCapacity: true)
        NTriplesWriter.append(statement.triple.subject, to: &subjectText)
      }
      lines += subjectText
      lines.append(UInt8(ascii: " "))
      NTriplesWriter.append(.iri(statement.triple.predicate), to: &lines)
      lines.append(UInt8(ascii: " "))
      NTriplesWriter.append(statement.triple.object, to: &lines)
      lines += " .".utf8
      let rows = receipts.append(statement.receipts)
      digest.add(lines[start...])
      digest.add(receipts, rows)
      lines.append(UInt8(ascii: "\n"))
    }
    let chunk = try NQuadsChunk(
      OwnedBytes(lines), hasGraphs: false,
      originalLines: statements.map { UInt32(clamping: $0.receipts.first?.line ?? 0) })
    return DocumentBatch(chunk: chunk, receipts: receipts, digest: digest.digits)
  }
}
