internal import KGModel
public import KGSPARQL
internal import KGStore

/// An IRI in a query that no statement of the graph has: a reason for an empty answer.
public struct UnknownMention: Hashable, Sendable, CustomStringConvertible {
  /// The IRI and its place in the query.
  public let mention: IRIMention
  /// A predicate or class of the graph whose name is nearly the same, in short form; `nil` when there is none.
  public let near: String?

  /// `line:column: what is wrong, and what to do`.
  public var description: String {
    "\(mention.line):\(mention.column): nothing in this graph is said with \(mention.text)"
      + (near.map { "; did you mean \($0)?" } ?? "")
  }
}

extension Graph {
  /// The IRIs of a query that the graph does not know, in the order of the text; empty when it knows all. Casts and
  /// functions are left out.
  ///
  /// - Throws: ``SPARQLSyntaxError``, or ``StoreError``.
  public func unknownMentions(in sparql: String) throws -> [UnknownMention] {
    let mentions = try SPARQLParser(prefixes: standardPrefixes).mentions(in: sparql)
      .filter { !$0.iri.value.hasPrefix(XSD.namespace) }
    let unknown = try store.unknown(mentions.map(\.iri))
    guard !unknown.isEmpty else { return [] }
    let known = try store.vocabulary()
    return mentions.filter { unknown.contains($0.iri) }.map { mention in
      let near = known.filter { Self.areNear($0.value, mention.iri.value) }.min()
      return UnknownMention(mention: mention, near: near?.shortForm)
    }
  }

  /// Whether two IRIs of one namespace differ in a letter, or in case.
  private static func areNear(_ left: String, _ right: String) -> Bool {
    let cut = { (text: String) in text.lastIndex { $0 == "/" || $0 == "#" } ?? text.startIndex }
    let (a, b) = (cut(left), cut(right))
    guard left[..<a].lowercased() == right[..<b].lowercased() else { return false }
    return isNear(String(left[a...]), String(right[b...]))
  }
}
