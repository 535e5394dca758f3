internal import Foundation
internal import KGModel

/// What the functions of one run share.
final class FunctionContext {
  /// Relative IRIs are resolved against it; `nil` to keep them relative.
  let base: String?
  let patterns: RegularExpressionCache
  /// The same in the whole run (SPARQL 1.1 Query Language, section 17.4.5.1).
  private(set) lazy var now = Self.term(Date())
  private var blankNodeCount = 0
  /// The blank nodes of the current solution by the label that BNODE was given.
  private var labelled: [String: BlankNode] = [:]
  /// Asked now and then while a regular expression is matched, which can take very long.
  var mayContinue: () -> Bool = { true }

  init(base: String? = nil, patterns: RegularExpressionCache = RegularExpressionCache()) {
    self.base = base
    self.patterns = patterns
  }

  /// Begins a solution, in which BNODE returns new nodes.
  func beginSolution() {
    if !labelled.isEmpty { labelled = [:] }
  }

  /// A new blank node.
  func blankNode() -> BlankNode {
    blankNodeCount += 1
    return BlankNode("made\(blankNodeCount)")
  }

  /// The blank node with a label in the current solution.
  func blankNode(label: String) -> BlankNode {
    if let known = labelled[label] { return known }
    let node = blankNode()
    labelled[label] = node
    return node
  }

  private static func term(_ date: Date) -> Term {
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
    return .literal(Literal(formatter.string(from: date), datatype: XSD.dateTime))
  }
}
