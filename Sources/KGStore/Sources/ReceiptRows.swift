internal import KGModel

/// The receipts of a batch of statements, with all of their texts in one place: what is bound to a statement
/// of SQL has to be in UTF-8.
struct ReceiptRows: Sendable {
  struct Row: Sendable {
    let byteRange: Range<Int>
    let line: Int
    /// Ranges of ``texts``.
    let rule: Range<Int>
    let words: Range<Int>
    let part: Range<Int>
  }

  private(set) var rows: [Row] = []
  private(set) var texts: [UInt8] = []
  /// The index of the first row of each statement, and the number of rows.
  private var starts: [Int] = [0]

  init(statementCount: Int) {
    rows.reserveCapacity(statementCount)
    starts.reserveCapacity(statementCount + 1)
    texts.reserveCapacity(statementCount * 60)
  }

  /// Adds the receipts of the next statement; returns their rows.
  mutating func append(_ receipts: [Receipt]) -> Range<Int> {
    let start = rows.count
    for receipt in receipts {
      rows.append(
        Row(
          byteRange: receipt.byteRange ?? 0..<0, line: receipt.line, rule: append(receipt.rule),
          words: append(receipt.words), part: append(receipt.part ?? "")))
    }
    starts.append(rows.count)
    return start..<rows.count
  }

  private mutating func append(_ text: String) -> Range<Int> {
    let start = texts.count
    texts += text.utf8
    return start..<texts.count
  }

  /// The rows of a statement.
  func rows(ofStatement index: Int) -> ArraySlice<Row> { rows[starts[index]..<starts[index + 1]] }
}
