internal import KGRDF

/// Reads a document chunk by chunk, in order. Lines are counted from the start of the document.
protocol ChunkSource {
  /// The next chunk and the number of its first line; `nil` at the end.
  ///
  /// - Throws: ``RDFSyntaxError`` at the position of the faulty chunk, and what reading throws.
  func next() throws -> (chunk: NQuadsChunk, firstLine: Int)?

  /// Ends the threads; to be called when no further chunk is needed.
  func stop()
}
