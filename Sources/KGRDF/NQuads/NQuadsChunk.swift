internal import KGModel

/// A run of whole lines as numbers: each distinct term once, and each statement as four numbers of terms.
/// Chunks are made in parallel; whoever takes them gives terms the numbers that hold everywhere.
package final class NQuadsChunk {
  /// The distinct terms in the order in which they first appear. Their bytes live as long as the chunk.
  package private(set) var terms: [TermText] = []
  /// ``textHash(_:_:)`` of each term.
  package private(set) var hashes: [UInt64] = []
  /// Subject, predicate, object and graph of each statement, as places in ``terms``;
  /// ``defaultGraph`` for no graph.
  package private(set) var statements: [UInt32] = []
  /// The line of each statement, counted from 1.
  package private(set) var lines: [UInt32] = []
  /// Line ends in the chunk.
  package private(set) var lineCount = 0
  package let byteCount: Int

  package static let defaultGraph = UInt32.max

  /// Keeps the bytes of the terms.
  private let run: ByteRun
  private let arena = ByteArena()
  /// Open addressing: places in ``terms`` plus one.
  private var slots: [UInt32]

  /// - Parameters:
  ///   - bytes: UTF-8, whole lines.
  ///   - firstLine: The number of the first line, or 1 when it is not known yet; lines are then counted within the chunk.
  package init(_ run: ByteRun, hasGraphs: Bool, firstLine: Int = 1) throws(RDFSyntaxError) {
    self.run = run
    byteCount = run.bytes.count
    slots = [UInt32](repeating: 0, count: 1 << 10)
    let expected = byteCount / 100
    statements.reserveCapacity(expected * 4)
    lines.reserveCapacity(expected)
    try read(run.bytes, hasGraphs, firstLine)
  }

  /// - Parameter lines: The line of each statement in the document that was translated to these bytes.
  package convenience init(_ run: ByteRun, hasGraphs: Bool, lines: [UInt32]) throws(RDFSyntaxError)
  {
    try self.init(run, hasGraphs: hasGraphs)
    self.lines = lines
    lineCount = 0
  }

  private func read(
    _ buffer: UnsafeBufferPointer<UInt8>, _ hasGraphs: Bool, _ firstLine: Int
  ) throws(RDFSyntaxError) {
    let offset = WholeCharacters(buffer).byteCount
    if offset < buffer.count {
      let line = firstLine + buffer[..<offset].reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
      throw RDFSyntaxError("this is not UTF-8", in: buffer, at: offset, line: line)
    }
    var scanner = NQuadsScanner(buffer, hasGraphs: hasGraphs, line: firstLine, arena: arena)
    var previousSubject = TermText.none
    var subject: UInt32 = 0
    while try scanner.next() {
      if !scanner.subject.isSame(as: previousSubject) {
        previousSubject = scanner.subject
        subject = number(of: previousSubject)
      }
      statements.append(subject)
      statements.append(number(of: scanner.predicate))
      statements.append(number(of: scanner.object))
      statements.append(scanner.graph.count == 0 ? Self.defaultGraph : number(of: scanner.graph))
      lines.append(UInt32(truncatingIfNeeded: scanner.line))
    }
    lineCount = scanner.lineAfter - firstLine
  }

  private func number(of term: TermText) -> UInt32 {
    let hash = textHash(term.start, term.count)
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let place = Int(slots[slot] &- 1)
      if hashes[place] == hash, terms[place].isSame(as: term) { return UInt32(place) }
      slot = (slot &+ 1) & mask
    }
    terms.append(term)
    hashes.append(hash)
    slots[slot] = UInt32(terms.count)
    if terms.count &* 2 > slots.count { growSlots() }
    return UInt32(terms.count &- 1)
  }

  private func growSlots() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    let mask = slots.count - 1
    for (place, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(place + 1)
    }
  }
}

extension NQuadsChunk: @unchecked Sendable {}
