internal import KGModel
internal import KGRDF

/// Statements in memory, as one chunk.
struct StatementChunk {
  let chunk: NQuadsChunk

  /// - Throws: ``RDFSyntaxError`` when a term is not valid in RDF, such as an IRI without a scheme.
  init(_ statements: [Statement]) throws {
    var bytes: [UInt8] = []
    for statement in statements {
      NTriplesWriter.append(Quad(statement.triple), to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    chunk = try NQuadsChunk(
      OwnedBytes(bytes), hasGraphs: false,
      originalLines: statements.map { UInt32(clamping: $0.receipts.first?.line ?? 0) })
  }
}
