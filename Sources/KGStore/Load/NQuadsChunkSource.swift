internal import Foundation
internal import KGRDF

/// Parses N-Triples or N-Quads on all processors.
final class NQuadsChunkSource: ChunkSource {
  private let condition = NSCondition()
  /// Taken before `condition` by threads that need both.
  private let readLock = NSLock()
  private static let workers = max(1, min(ProcessInfo.processInfo.activeProcessorCount, 8))

  private let hasGraphs: Bool

  // Guarded by `condition`.
  private var results: [Int: Result<NQuadsChunk?, any Error>] = [:]
  private var taken = 0
  private var isStopped = false

  // Guarded by `readLock` once the threads have been started.
  private var chunks: LineChunks
  private var started = 0
  private var isAtEnd = false

  // Used by the consumer only.
  private var line = 1
  private var hasBegun = false

  init(_ format: RDFFormat, read: @escaping ReadBytes) {
    hasGraphs = format.hasGraphs
    chunks = LineChunks(read: read)
  }

  /// Parses the first chunk on this thread: a small document has no other, and needs no further threads.
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

  /// The next piece of the document; `nil` at its end or after `stop`. Waits while the parsed chunks are too
  /// far ahead of the consumer, so that memory is bounded.
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

// Safe: each variable is guarded as its group above states. Before the threads start, and in `next`, only the
// one consumer uses the object.
extension NQuadsChunkSource: @unchecked Sendable {}
