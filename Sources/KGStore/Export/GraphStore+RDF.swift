internal import Foundation
internal import GRDB
public import KGRDF

extension GraphStore {
  /// Writes every statement that some source makes, each once, as it was said: identity decisions and
  /// receipts play no part.
  ///
  /// The order is that of the characters (`LC_ALL=C sort` of N-Triples and N-Quads; TriG has the default
  /// graph first, then graph by graph), so the same statements give the same bytes, whatever order they
  /// came in. Memory does not grow with the graph.
  ///
  /// - Parameters:
  ///   - format: N-Triples and Turtle leave out named graphs.
  ///   - write: Takes the text in pieces.
  /// - Throws: ``StoreError``, and what `write` throws.
  public func write(
    _ format: RDFFormat, to write: @escaping (_ text: [UInt8]) throws -> Void
  ) throws {
    try readRethrowing { _, database in
      let writer = StatementWriter(format, write)
      // Nobody writes any more when this function is left, however it is left.
      defer { writer.settle() }
      try writer.begin()
      for scope in try SortedStatements.scopes(database, format) {
        let reader = try SortedStatements(database, scope)
        while let batch = try reader.next() { try writer.add(batch) }
      }
      try writer.finish()
    }
  }
}

/// Turns batches of sorted statements into text, beside the thread that reads them.
private final class StatementWriter {
  private let write: ([UInt8]) throws -> Void
  private let encoder: StatementEncoder
  /// The batch before, while it is written.
  private var busy: Background<Void>?

  init(_ format: RDFFormat, _ write: @escaping ([UInt8]) throws -> Void) {
    self.write = write
    encoder = StatementEncoder(format)
  }

  func begin() throws { try write(encoder.begin()) }

  func add(_ batch: StatementBatch) throws {
    try wait()
    let (encoder, write) = (encoder, write)
    busy = Background { try write(encoder.text(of: batch)) }
  }

  func finish() throws {
    try wait()
    try write(encoder.finish())
  }

  /// Waits for the batch that is being written; its error has been told or comes after another.
  func settle() { try? wait() }

  private func wait() throws {
    let last = busy
    busy = nil
    try last?.value()
  }
}
