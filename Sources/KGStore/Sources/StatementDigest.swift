internal import KGModel
internal import KGRDF

/// A hash of the statements and receipts read from a source, in their order. It shows whether a newer version
/// of the extraction, or one with other options, reads something different from the same content.
struct StatementDigest {
  private var hash = ContentHash()
  private var bytes: [UInt8] = []

  /// Adds a statement as a line of N-Triples, without its end.
  mutating func add(_ line: ArraySlice<UInt8>) {
    line.withUnsafeBytes { hash.add($0) }
  }

  /// Adds the receipts of the statement that was added last.
  mutating func add(_ receipts: ReceiptRows, _ rows: Range<Int>) {
    bytes.removeAll(keepingCapacity: true)
    for row in receipts.rows[rows] {
      for number in [row.byteRange.lowerBound, row.byteRange.upperBound, row.line] {
        VariableLength.append(UInt64(clamping: number), to: &bytes)
      }
      for text in [row.part, row.words, row.rule] {
        bytes += receipts.texts[text]
        bytes.append(0)
      }
    }
    bytes.withUnsafeBytes { hash.add($0) }
  }

  var digits: String { hash.digits }
}
