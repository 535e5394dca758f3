internal import KGModel

/// A run of whole lines as numbers: each distinct term once, and each statement as four numbers of terms.
/// Chunks are made in parallel; whoever takes them gives terms the numbers that hold everywhere.
package final class NQuadsChunk {
  /// The distinct terms in the order in which they first appear. Their bytes live as long as the chunk.
  package let terms: [TermText]
  /// ``textHash(_:_:)`` of each term.
  package let hashes: [UInt64]
  /// Subject, predicate, object and graph of each statement, as places in ``terms``;
  /// ``defaultGraph`` for no graph.
  package let statements: [UInt32]
  /// The line of each statement, counted from 1.
  package private(set) var lines: [UInt32]
  /// Line ends in the chunk.
  package private(set) var lineCount: Int
  package var byteCount: Int { run.bytes.count }

  package static let defaultGraph = UInt32.max

  /// Keeps the bytes of the terms.
  private let run: OwnedBytes
  private let arena = ByteArena()

  /// - Parameters:
  ///   - run: UTF-8, whole lines.
  ///   - firstLine: The number of the first line, or 1 when it is not known yet; lines are then counted within the chunk.
  package init(_ run: OwnedBytes, hasGraphs: Bool, firstLine: Int = 1) throws(RDFSyntaxError) {
    self.run = run
    try Self.checkIsUTF8(run.bytes, firstLine)
    // All grows in variables of this function: properties of an object are slow to change.
    var interner = TermInterner()
    var statements: [UInt32] = []
    var lines: [UInt32] = []
    let expected = run.bytes.count / 100
    statements.reserveCapacity(expected * 4)
    lines.reserveCapacity(expected)
    var scanner = NQuadsScanner(run.bytes, hasGraphs: hasGraphs, line: firstLine, arena: arena)
    var previousSubject = TermText.none
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
    self.lines = lines
    lineCount = scanner.nextLineNumber - firstLine
  }

  /// - Parameter lines: The line of each statement in the document that was translated to these bytes.
  package convenience init(_ run: OwnedBytes, hasGraphs: Bool, lines: [UInt32]) throws(RDFSyntaxError)
  {
    try self.init(run, hasGraphs: hasGraphs)
    self.lines = lines
    lineCount = 0
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

extension NQuadsChunk: @unchecked Sendable {}
