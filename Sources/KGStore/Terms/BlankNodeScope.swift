internal import KGModel
internal import KGRDF

/// The labels of a document's blank nodes mean something in that document only, so they are stored with
/// a mark of the document in front: `x`, twelve hexadecimal digits, `_`.
enum BlankNodeScope {
  private static let length = 14

  static func mark(path: String) -> String {
    let digits = String(textHash(path) >> 16, radix: 16)
    return "x" + String(repeating: "0", count: 12 - digits.count) + digits + "_"
  }

  /// A blank node as its document labels it; other terms as they are.
  static func withoutMark(_ term: Term) -> Term {
    guard case .blankNode(let node) = term else { return term }
    return .blankNode(BlankNode(String(node.label.dropFirst(length(in: node.label.utf8)))))
  }

  /// The length of the mark with which a label begins; 0 when there is none.
  static func length(in label: some Collection<UInt8>) -> Int {
    let mark = label.prefix(length)
    let isMark =
      mark.count == length && mark.first == UInt8(ascii: "x")
      && mark.dropFirst(length - 1).first == UInt8(ascii: "_")
      && mark.dropFirst().prefix(length - 2).allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
    return isMark ? length : 0
  }
}
