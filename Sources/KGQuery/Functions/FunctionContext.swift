internal import Foundation
internal import KGModel
internal import KGSPARQL

/// What functions share during one query.
final class FunctionContext {
  /// What relative IRIs are below.
  let base: String?
  /// The same for all of a query (SPARQL 1.1 Query Language, section 17.4.5.1).
  var now: Term {
    if let moment { return moment }
    let now = Self.form(Date())
    moment = now
    return now
  }
  private var moment: Term?
  private var blankNodeCount = 0
  /// The blank nodes of the current solution by the label that BNODE was given.
  private var labelled: [String: BlankNode] = [:]
  private var patterns: [PatternKey: NSRegularExpression?] = [:]
  /// Asked now and then while a pattern is searched for, which can take for ever.
  var mayContinue: () -> Bool = { true }

  init(base: String? = nil) {
    self.base = base
  }

  private static let maximumPatternCount = 100

  /// Begins a run of a query.
  func begin() {
    moment = nil
    labelled = [:]
  }

  /// What BNODE made for the solution before is no longer the same.
  func beginSolution() {
    if !labelled.isEmpty { labelled = [:] }
  }

  func blankNode() -> BlankNode {
    blankNodeCount += 1
    return BlankNode("made\(blankNodeCount)")
  }

  func blankNode(label: String) -> BlankNode {
    if let known = labelled[label] { return known }
    let node = blankNode()
    labelled[label] = node
    return node
  }

  private struct PatternKey: Hashable {
    let pattern: String
    let flags: String
  }

  /// - Returns: `nil` for a pattern or flags that are none.
  func regularExpression(_ pattern: String, flags: String) -> NSRegularExpression? {
    let key = PatternKey(pattern: pattern, flags: flags)
    if let known = patterns[key] { return known }
    let expression = RegularExpressions.compiled(pattern, flags: flags)
    if patterns.count >= Self.maximumPatternCount { patterns = [:] }
    patterns[key] = .some(expression)
    return expression
  }

  private static func form(_ date: Date) -> Term {
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
    return .literal(Literal(formatter.string(from: date), datatype: XSD.dateTime))
  }
}
