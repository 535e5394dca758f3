/// Data that can be matched against single triple patterns.
///
/// Queries read a `QuerySource` instead, which answers whole graph patterns at once.
public protocol TripleSource {
  /// Every triple that matches the given terms; `nil` matches any term.
  ///
  /// - Returns: An empty array when none matches.
  /// - Throws: What the source throws when it cannot be read.
  func triples(subject: Term?, predicate: Term?, object: Term?) throws -> [Triple]
}
