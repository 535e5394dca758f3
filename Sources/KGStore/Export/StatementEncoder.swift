internal import KGRDF

/// Encodes statements as text of an RDF format.
final class StatementEncoder {
  /// `nil` for N-Triples and N-Quads, where a statement is a line.
  private var turtle: TurtleWriter?

  init(_ format: RDFFormat) {
    turtle =
      switch format {
      case .ntriples, .nquads: nil
      case .turtle, .trig: TurtleWriter(format)
      }
  }

  func begin() -> [UInt8] {
    var text: [UInt8] = []
    turtle?.begin(to: &text)
    return text
  }

  func finish() -> [UInt8] {
    var text: [UInt8] = []
    turtle?.finish(to: &text)
    return text
  }

  func text(of batch: StatementBatch) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(batch.rows.count * 128)
    var last: StatementBatch.Row?
    for row in batch.sortedRows() where row != last {
      last = row
      if turtle != nil {
        if let quad = batch.quad(row) { turtle?.write(quad, to: &text) }
      } else {
        batch.appendLine(row, to: &text)
      }
    }
    return text
  }
}
