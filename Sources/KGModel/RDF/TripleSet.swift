/// Triples in memory, for small data without a database.
public struct TripleSet: TripleSource, Sendable {
  /// All triples.
  public private(set) var triples: Set<Triple>

  /// Holds each of the triples once.
  public init(_ triples: some Sequence<Triple> = []) {
    self.triples = Set(triples)
  }

  /// Adds a triple; does nothing when it is already there.
  public mutating func insert(_ triple: Triple) {
    triples.insert(triple)
  }

  /// Every triple that matches the given terms, in no order; `nil` matches any term.
  ///
  /// - Complexity: O(*n*) in the number of triples.
  public func triples(subject: Term?, predicate: Term?, object: Term?) -> [Triple] {
    triples.filter { triple in
      (subject.map { $0 == triple.subject } ?? true)
        && (predicate.map { $0 == .iri(triple.predicate) } ?? true)
        && (object.map { $0 == triple.object } ?? true)
    }
  }
}
