/// A subject, a predicate and an object.
public struct Triple: Hashable, Sendable {
  public let subject: Term
  public let predicate: IRI
  public let object: Term

  public init(_ subject: Term, _ predicate: IRI, _ object: Term) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
  }
}

/// A triple and the graph that it stands in; no graph is the default graph.
public struct Quad: Hashable, Sendable {
  public let triple: Triple
  /// An IRI or a blank node.
  public let graph: Term?

  public init(_ triple: Triple, graph: Term? = nil) {
    self.triple = triple
    self.graph = graph
  }
}

/// Answers single triple patterns; the least that a query can be evaluated over.
///
/// Queries ask a `QuerySource` of `KGQuerySource`, which answers whole patterns at once.
public protocol TripleSource {
  /// Every triple that agrees with the given terms; a `nil` agrees with all.
  ///
  /// - Throws: what the source throws when it cannot be read.
  func triples(subject: Term?, predicate: Term?, object: Term?) throws -> [Triple]
}

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
