internal import KGModel
internal import KGRDF

/// Statements of some hundred subjects, with the texts of their terms.
///
/// Safe to share: one thread fills a batch and passes it on, after which it is only read. See
/// `StatementWriter`, which waits for a batch before it starts the next.
final class StatementBatch: @unchecked Sendable {
  /// A statement, with its terms as indexes in this batch.
  struct Row: Equatable {
    /// The position of the subject among the subjects of the batch.
    let order: Int
    let subject: Int
    let predicate: Int
    let object: Int
    /// ``noGraph`` for the default graph.
    let graph: Int
  }

  static let noGraph = -1

  private(set) var rows: [Row] = []
  /// The canonical N-Triples forms of the terms, concatenated.
  private var bytes: [UInt8] = []
  /// Where each term ends in `bytes`.
  private var ends: [Int] = []

  func append(_ row: Row) { rows.append(row) }

  /// Adds a term from its parts and returns its index.
  func append(family: TermFamily, lexical: UnsafeBufferPointer<UInt8>) -> Int {
    switch family.kind {
    case .iri:
      bytes.append(UInt8(ascii: "<"))
      bytes += family.text.utf8
      bytes += lexical
      bytes.append(UInt8(ascii: ">"))
    case .blankNode:
      bytes += "_:".utf8
      bytes += family.text.utf8
      bytes += lexical
    case .literal, .languageString:
      NTriplesWriter.appendQuoted(lexical, to: &bytes)
      if family.kind == .languageString {
        bytes.append(UInt8(ascii: "@"))
        bytes += family.text.utf8
      } else if family.text != XSD.string.value {
        bytes += "^^<".utf8
        bytes += family.text.utf8
        bytes.append(UInt8(ascii: ">"))
      }
    }
    ends.append(bytes.count)
    return ends.count - 1
  }

  /// Adds a term and returns its index.
  func append(_ term: Term) -> Int {
    NTriplesWriter.append(term, to: &bytes)
    ends.append(bytes.count)
    return ends.count - 1
  }

  private func range(_ place: Int) -> Range<Int> {
    (place == 0 ? 0 : ends[place - 1])..<ends[place]
  }

  /// The rows in the order of their subjects, then of the characters of their lines.
  func sortedRows() -> [Row] {
    bytes.withUnsafeBufferPointer { bytes in
      rows.sorted { left, right in
        if left.order != right.order { return left.order < right.order }
        if left.predicate != right.predicate {
          return precedes(left.predicate, right.predicate, bytes)
        }
        if left.object != right.object { return precedes(left.object, right.object, bytes) }
        if left.graph == right.graph || right.graph == Self.noGraph { return false }
        return left.graph == Self.noGraph || precedes(left.graph, right.graph, bytes)
      }
    }
  }

  /// Compares two terms by their bytes, each followed by the space that follows it in a line.
  private func precedes(_ left: Int, _ right: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let (a, b) = (range(left), range(right))
    let shared = min(a.count, b.count)
    for offset in 0..<shared {
      let (x, y) = (bytes[a.lowerBound + offset], bytes[b.lowerBound + offset])
      if x != y { return x < y }
    }
    if a.count == b.count { return false }
    return a.count < b.count
      ? UInt8(ascii: " ") < bytes[b.lowerBound + shared]
      : bytes[a.lowerBound + shared] < UInt8(ascii: " ")
  }

  /// Appends a line of N-Triples or N-Quads.
  func appendLine(_ row: Row, to text: inout [UInt8]) {
    for place in [row.subject, row.predicate, row.object] {
      text += bytes[range(place)]
      text.append(UInt8(ascii: " "))
    }
    if row.graph != Self.noGraph {
      text += bytes[range(row.graph)]
      text.append(UInt8(ascii: " "))
    }
    text += ".\n".utf8
  }

  func quad(_ row: Row) -> Quad? {
    guard case .iri(let predicate) = term(row.predicate) else { return nil }
    return Quad(
      Triple(term(row.subject), predicate, term(row.object)),
      graph: row.graph == Self.noGraph ? nil : term(row.graph))
  }

  private func term(_ place: Int) -> Term {
    bytes[range(place)].withUnsafeBufferPointer { Term(TermText($0)) }
  }
}
