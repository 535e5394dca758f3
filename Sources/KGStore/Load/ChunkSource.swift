internal import Foundation
internal import KGModel
internal import KGRDF

/// Gives the chunks of a document in order; lines are counted from the start of the document.
protocol ChunkSource {
  /// - Throws: ``RDFSyntaxError`` in its place among the chunks, and what reading throws.
  func next() throws -> (chunk: NQuadsChunk, firstLine: Int)?

  /// Lets threads end; to be called when no further chunk is wanted.
  func stop()
}

/// Reads N-Triples or N-Quads on all processors.
final class ParallelChunks: ChunkSource {
  private let condition = NSCondition()
  private let readLock = NSLock()
  private static let workers = max(1, min(ProcessInfo.processInfo.activeProcessorCount, 8))

  private let hasGraphs: Bool
  private var chunks: LineChunks
  /// Guarded by `condition`.
  private var results: [Int: Result<NQuadsChunk?, any Error>] = [:]
  private var taken = 0
  private var isStopped = false
  /// Guarded by `readLock`.
  private var started = 0
  private var isAtEnd = false
  /// Of the one who takes the chunks.
  private var line = 1
  private var hasBegun = false

  init(_ format: RDFFormat, read: @escaping ReadBytes) {
    hasGraphs = format.hasGraphs
    chunks = LineChunks(read: read)
  }

  /// Reads the first chunk here: a small document has no other, and needs no threads.
  private func first() throws -> NQuadsChunk? {
    let run = try chunks.next()
    if !chunks.isAtEnd {
      for _ in 0..<Self.workers {
        let thread = Thread { [self] in work() }
        thread.stackSize = 1 << 20
        thread.start()
      }
    } else {
      results[0] = .success(nil)
    }
    return try run.map { try NQuadsChunk($0, hasGraphs: hasGraphs) }
  }

  func stop() {
    condition.lock()
    isStopped = true
    condition.broadcast()
    condition.unlock()
  }

  func next() throws -> (chunk: NQuadsChunk, firstLine: Int)? {
    do {
      guard let chunk = try hasBegun ? takeNext() : first() else { return nil }
      hasBegun = true
      defer { line += chunk.lineCount }
      return (chunk, line)
    } catch let error as RDFSyntaxError {
      throw RDFSyntaxError(
        error.message, line: error.line + line - 1, column: error.column, text: error.text)
    }
  }

  private func takeNext() throws -> NQuadsChunk? {
    condition.lock()
    while results[taken] == nil { condition.wait() }
    let result = results.removeValue(forKey: taken)
    taken += 1
    condition.broadcast()
    condition.unlock()
    return try result?.get()
  }

  private func work() {
    while let (number, run) = nextRun() {
      let result = Result<NQuadsChunk?, any Error> {
        try run.get().map { try NQuadsChunk($0, hasGraphs: hasGraphs) }
      }
      condition.lock()
      results[number] = result
      condition.broadcast()
      condition.unlock()
    }
  }

  /// The next piece of the document; `nil` when there is nothing more to do. Waits when the chunks are
  /// too far ahead of whoever takes them, so that memory stays bounded.
  private func nextRun() -> (Int, Result<OwnedBytes?, any Error>)? {
    readLock.lock()
    defer { readLock.unlock() }
    condition.lock()
    while !isStopped, started - taken >= Self.workers * 2 { condition.wait() }
    let isStopped = isStopped
    condition.unlock()
    guard !isStopped, !isAtEnd else { return nil }
    let run = Result { try chunks.next() }
    if case .success(.some) = run {} else { isAtEnd = true }
    defer { started += 1 }
    return (started, run)
  }
}

extension ParallelChunks: @unchecked Sendable {}

/// Reads Turtle or TriG on a thread of its own and hands it on as N-Quads, with the lines of the original.
final class TranslatedChunks: ChunkSource {
  private let condition = NSCondition()
  /// Guarded by `condition`; the end is a result without a chunk.
  private var results: [Result<NQuadsChunk?, any Error>] = []
  private var isStopped = false

  private static let chunkByteCount = 1 << 20
  private static let maximumAhead = 4

  init(_ format: RDFFormat, read: @escaping ReadBytes) {
    // The document is read by the thread alone.
    nonisolated(unsafe) let read = read
    let thread = Thread { [self] in
      do {
        try translate(format, read)
        enqueue(.success(nil))
      } catch {
        enqueue(.failure(error))
      }
    }
    thread.stackSize = 1 << 20
    thread.start()
  }

  private struct Stopped: Error {}

  private func translate(_ format: RDFFormat, _ read: @escaping ReadBytes) throws {
    var parser = TurtleParser(format, read: read)
    var bytes: [UInt8] = []
    var lines: [UInt32] = []
    func flushChunk() throws {
      let chunk = try NQuadsChunk(OwnedBytes(bytes), hasGraphs: true, lines: lines)
      guard enqueue(.success(chunk)) else { throw Stopped() }
      bytes.removeAll(keepingCapacity: true)
      lines.removeAll(keepingCapacity: true)
    }
    try parser.parse { quad, line in
      NTriplesWriter.append(quad, to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
      lines.append(UInt32(clamping: line))
      if bytes.count >= Self.chunkByteCount { try flushChunk() }
    }
    try flushChunk()
  }

  /// - Returns: `false` when nobody wants more.
  @discardableResult
  private func enqueue(_ result: Result<NQuadsChunk?, any Error>) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while results.count >= Self.maximumAhead, !isStopped { condition.wait() }
    guard !isStopped else { return false }
    results.append(result)
    condition.broadcast()
    return true
  }

  func next() throws -> (chunk: NQuadsChunk, firstLine: Int)? {
    condition.lock()
    while results.isEmpty { condition.wait() }
    let result = results.removeFirst()
    condition.broadcast()
    condition.unlock()
    return try result.get().map { ($0, 1) }
  }

  func stop() {
    condition.lock()
    isStopped = true
    condition.broadcast()
    condition.unlock()
  }
}

extension TranslatedChunks: @unchecked Sendable {}

/// Statements at hand, as one chunk.
struct StatementChunk {
  let chunk: NQuadsChunk

  /// - Throws: ``RDFSyntaxError`` when a term is none that RDF has, such as an IRI without a scheme.
  init(_ statements: [KGModel.Statement]) throws {
    var bytes: [UInt8] = []
    for statement in statements {
      NTriplesWriter.append(Quad(statement.triple), to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    chunk = try NQuadsChunk(
      OwnedBytes(bytes), hasGraphs: false,
      lines: statements.map { UInt32(clamping: $0.receipts.first?.line ?? 0) })
  }
}
