internal import KGModel

/// The labels of a document's blank nodes: `anon1`, `anon2` … for those without one, and the others as
/// written.
///
/// The two never collide, whichever comes first. A generated label skips what has been written, and a
/// written label that looks generated and was given away before it came gets a generated one in its
/// turn. So a document without anonymous nodes keeps all of its labels.
struct BlankNodeLabels {
  private static let prefix = "anon"

  private var lastNumber = 0
  /// For the written `anon`*n*: the number that its node has.
  private var written: [Int: Int] = [:]

  /// A node of its own.
  mutating func fresh() -> Term {
    .blankNode(BlankNode(Self.prefix + String(freshNumber())))
  }

  /// The node of a written label; the same one each time.
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

  /// The number of a label that could be generated, in the spelling in which it would be.
  private static func number(_ label: String) -> Int? {
    guard label.utf8.starts(with: prefix.utf8) else { return nil }
    let digits = label.utf8.dropFirst(prefix.utf8.count)
    guard digits.first != UInt8(ascii: "0"), digits.allSatisfy(\.isASCIIDigit) else { return nil }
    return Int(Substring(digits))
  }
}
