internal import KGModel

/// A chunk of whole lines: each distinct term once, and each statement as four indexes of terms. Chunks are
/// parsed in parallel; their consumer maps the indexes to ids of the store.
package final class NQuadsChunk {
  /// The distinct terms in the order in which they first appear. Their bytes live as long as the chunk.
  package let terms: [TermText]
  /// ``textHash(_:_:)`` of each term.
  package let hashes: [UInt64]
  /// Subject, predicate, object and graph of each statement, as indexes of ``terms``; ``defaultGraph``
  /// where the statement names no graph.
  package let statements: [UInt32]
  /// The line of each statement, counted from 1.
  package let lines: [UInt32]
  /// The number of line ends in the chunk; 0 for a translated document.
  package let lineCount: Int
  /// The size of the text of the chunk.
  package var byteCount: Int { run.bytes.count }

  /// In place of the index of a graph in ``statements``.
  package static let defaultGraph = UInt32.max

  /// Keeps the bytes of ``terms`` alive.
  private let run: OwnedBytes
  private let arena = ByteArena()

  /// - Parameters:
  ///   - run: Whole lines, in UTF-8.
  ///   - hasGraphs: Whether a fourth term is allowed.
  ///   - firstLine: The number of the first line; 1 when it is not known yet, to count within the chunk.
  ///   - originalLines: For a document that was translated to these bytes: the line of each statement in the
  ///     original.
  /// - Throws: ``RDFSyntaxError`` at the first fault.
  package init(
    _ run: OwnedBytes, hasGraphs: Bool, firstLine: Int = 1, originalLines: [UInt32]? = nil
  ) throws(RDFSyntaxError) {
    self.run = run
    try Self.checkIsUTF8(run.bytes, firstLine)
    // Local variables, because appending to properties of an object is slower.
    var interner = TermInterner()
    var statements: [UInt32] = []
    var lines: [UInt32] = []
    let expected = run.bytes.count / 100
    statements.reserveCapacity(expected * 4)
    lines.reserveCapacity(expected)
    var scanner = NQuadsScanner(run.bytes, hasGraphs: hasGraphs, line: firstLine, arena: arena)
    var previousSubject = TermText.empty
    var subject: UInt32 = 0
    while try scanner.next() {
      if !scanner.subject.isSame(as: previousSubject) {
        previousSubject = scanner.subject
        subject = interner.index(of: previousSubject)
      }
      statements.append(subject)
      statements.append(interner.index(of: scanner.predicate))
      statements.append(interner.index(of: scanner.object))
      statements.append(
        scanner.graph.count == 0 ? Self.defaultGraph : interner.index(of: scanner.graph))
      lines.append(UInt32(truncatingIfNeeded: scanner.line))
    }
    terms = interner.terms
    hashes = interner.hashes
    self.statements = statements
    self.lines = originalLines ?? lines
    lineCount = originalLines == nil ? scanner.nextLineNumber - firstLine : 0
  }

  private static func checkIsUTF8(
    _ buffer: UnsafeBufferPointer<UInt8>, _ firstLine: Int
  ) throws(RDFSyntaxError) {
    let offset = ValidUTF8Prefix(buffer).byteCount
    if offset < buffer.count {
      let line = firstLine + buffer[..<offset].reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
      throw RDFSyntaxError("this is not UTF-8", in: buffer, at: offset, line: line)
    }
  }
}

// Safe: every property is a constant. The arena is written during initialization only and is private, and
// `terms` point into it or into the immutable bytes of `run`, both of which the chunk keeps alive.
extension NQuadsChunk: @unchecked Sendable {}
