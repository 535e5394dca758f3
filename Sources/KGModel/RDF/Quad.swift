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
