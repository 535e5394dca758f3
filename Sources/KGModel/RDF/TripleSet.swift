/// Triples in memory: small data without a database.
public struct TripleSet: TripleSource, Sendable {
  public private(set) var triples: Set<Triple>

  public init(_ triples: some Sequence<Triple> = []) {
    self.triples = Set(triples)
  }

  public mutating func insert(_ triple: Triple) {
    triples.insert(triple)
  }

  public func triples(subject: Term?, predicate: Term?, object: Term?) -> [Triple] {
    triples.filter { triple in
      (subject.map { $0 == triple.subject } ?? true)
        && (predicate.map { $0 == .iri(triple.predicate) } ?? true)
        && (object.map { $0 == triple.object } ?? true)
    }
  }
}
