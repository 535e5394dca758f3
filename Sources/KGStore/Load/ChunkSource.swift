internal import KGRDF

/// Gives the chunks of a document in order; lines are counted from the start of the document.
protocol ChunkSource {
  /// - Throws: ``RDFSyntaxError`` in its place among the chunks, and what reading throws.
  func next() throws -> (chunk: NQuadsChunk, firstLine: Int)?

  /// Lets threads end; to be called when no further chunk is wanted.
  func stop()
}
