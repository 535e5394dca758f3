internal import Foundation
internal import KGRDF

/// Parses Turtle or TriG on a thread of its own and passes it on as N-Quads, with the lines of the original.
final class TurtleChunkSource: ChunkSource {
  private let condition = NSCondition()
  // Guarded by `condition`. A result without a chunk marks the end.
  private var results: [Result<NQuadsChunk?, any Error>] = []
  private var isStopped = false

  private static let chunkByteCount = 1 << 20
  private static let maximumAhead = 4

  init(_ format: RDFFormat, read: @escaping ReadBytes) {
    // Only the thread reads the document.
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
      let chunk = try NQuadsChunk(OwnedBytes(bytes), hasGraphs: true, originalLines: lines)
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

  /// Adds a result for the consumer; waits while it has too many.
  ///
  /// - Returns: `false` after `stop`.
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

// Safe: `results` and `isStopped` are accessed only while `condition` is locked.
extension TurtleChunkSource: @unchecked Sendable {}
