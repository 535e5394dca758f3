/// A triple and the graph that contains it.
public struct Quad: Hashable, Sendable {
  /// The triple without its graph.
  public let triple: Triple
  /// The name of the graph, an IRI or a blank node; `nil` for the default graph.
  public let graph: Term?

  /// Makes a quad, of the default graph unless another is named.
  public init(_ triple: Triple, graph: Term? = nil) {
    self.triple = triple
    self.graph = graph
  }
}
