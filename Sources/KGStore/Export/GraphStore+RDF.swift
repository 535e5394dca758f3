internal import Foundation
public import KGRDF

extension GraphStore {
  /// Writes every statement of any source once, as it was asserted: identity decisions and receipts are left
  /// out. On request nodes that are one are written as one, by the name of their entity.
  ///
  /// Statements are sorted by their characters (as by `LC_ALL=C sort` in N-Triples and N-Quads; in TriG the
  /// default graph comes first, then graph by graph), so the same statements give the same bytes in whatever
  /// order they were ingested. Memory use does not grow with the graph.
  ///
  /// - Parameters:
  ///   - format: N-Triples and Turtle leave out named graphs.
  ///   - isResolved: Whether nodes that are one are written as one.
  ///   - write: Receives the text in pieces, on another thread.
  /// - Throws: ``StoreError``, and what `write` throws.
  public func write(
    _ format: RDFFormat, isResolved: Bool = false,
    to write: @escaping (_ text: [UInt8]) throws -> Void
  ) throws {
    try readRethrowing { _, database in
      let writer = StatementWriter(format, write)
      // Also when this function throws, no write must be running after it.
      defer { writer.finishPending() }
      try writer.begin()
      for scope in try SortedStatements.scopes(database, format) {
        let reader = try SortedStatements(database, scope, isResolved: isResolved)
        while let batch = try reader.next() { try writer.add(batch) }
      }
      try writer.finish()
    }
  }
}

/// Encodes and writes batches of sorted statements on another thread, while the next batch is read.
private final class StatementWriter {
  private let write: ([UInt8]) throws -> Void
  private let encoder: StatementEncoder
  /// The batch that is being written.
  private var pending: Background<Void>?

  init(_ format: RDFFormat, _ write: @escaping ([UInt8]) throws -> Void) {
    self.write = write
    encoder = StatementEncoder(format)
  }

  func begin() throws { try write(encoder.begin()) }

  func add(_ batch: StatementBatch) throws {
    try wait()
    let (encoder, write) = (encoder, write)
    pending = Background { try write(encoder.text(of: batch)) }
  }

  func finish() throws {
    try wait()
    try write(encoder.finish())
  }

  /// Waits for the batch that is being written. An error here has been thrown already or follows another one.
  func finishPending() { try? wait() }

  private func wait() throws {
    let last = pending
    pending = nil
    try last?.value()
  }
}
