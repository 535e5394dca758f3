internal import KGModel

/// The labels of a document's blank nodes: `anon1`, `anon2` … for nodes without a label, and written labels
/// as they are.
///
/// The two never collide. A generated label skips labels already written. A written label that equals one
/// already generated is replaced by a new generated label. So a document without anonymous nodes keeps all
/// its labels.
struct BlankNodeLabels {
  private static let prefix = "anon"

  private var lastNumber = 0
  /// For each written `anon`*n*: the number of the node's label.
  private var written: [Int: Int] = [:]

  /// A new node without a written label.
  mutating func fresh() -> Term {
    .blankNode(BlankNode(Self.prefix + String(freshNumber())))
  }

  /// The node of a written label, the same one each time.
  mutating func node(_ label: String) -> Term {
    guard let number = Self.number(label) else { return .blankNode(BlankNode(label)) }
    let known = written[number] ?? (number > lastNumber ? number : freshNumber())
    written[number] = known
    return .blankNode(BlankNode(Self.prefix + String(known)))
  }

  private mutating func freshNumber() -> Int {
    repeat { lastNumber += 1 } while written[lastNumber] != nil
    return lastNumber
  }

  /// The number of a label that is spelled like a generated one; `nil` for any other.
  private static func number(_ label: String) -> Int? {
    guard label.utf8.starts(with: prefix.utf8) else { return nil }
    let digits = label.utf8.dropFirst(prefix.utf8.count)
    guard digits.first != UInt8(ascii: "0"), digits.allSatisfy(\.isASCIIDigit) else { return nil }
    return Int(Substring(digits))
  }
}
