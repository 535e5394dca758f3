/// Answers single triple patterns; the least that a query can be evaluated over.
///
/// Queries ask a `QuerySource` of `KGSPARQL`, which answers whole patterns at once.
public protocol TripleSource {
  /// Every triple that agrees with the given terms; a `nil` agrees with all.
  ///
  /// - Throws: what the source throws when it cannot be read.
  func triples(subject: Term?, predicate: Term?, object: Term?) throws -> [Triple]
}
