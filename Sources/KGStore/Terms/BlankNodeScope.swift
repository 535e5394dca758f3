internal import KGModel
internal import KGRDF

/// Blank node labels are local to a document, so they are stored with a mark of the document before them: `x`,
/// twelve hexadecimal digits, `_`.
enum BlankNodeScope {
  private static let length = 14

  /// The mark of the document at a path.
  static func mark(path: String) -> String {
    "x" + hexadecimal(textHash(path) >> 16, digits: 12) + "_"
  }

  /// A blank node with the label of its document; any other term unchanged.
  static func withoutMark(_ term: Term) -> Term {
    guard case .blankNode(let node) = term else { return term }
    return .blankNode(BlankNode(String(node.label.dropFirst(length(in: node.label.utf8)))))
  }

  /// The length of the mark at the start of a label; 0 when there is none.
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
