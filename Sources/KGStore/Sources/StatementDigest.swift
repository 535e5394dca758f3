internal import KGModel
internal import KGRDF

/// A hash of the statements and receipts read from a source, in their order. It shows whether a newer version
/// of the extraction, or one with other options, reads something different from the same content.
struct StatementDigest {
  private var hash = ContentHash()

  mutating func add(_ statements: [Statement]) {
    var bytes: [UInt8] = []
    for statement in statements {
      NTriplesWriter.append(Quad(statement.triple), to: &bytes)
      for receipt in statement.receipts {
        let range = receipt.byteRange ?? 0..<0
        for number in [range.lowerBound, range.upperBound, receipt.line] {
          VariableLength.append(UInt64(clamping: number), to: &bytes)
        }
        for text in [receipt.part ?? "", receipt.words, receipt.rule] {
          bytes += text.utf8
          bytes.append(0)
        }
      }
    }
    bytes.withUnsafeBytes { hash.add($0) }
  }

  var digits: String { hash.digits }
}
