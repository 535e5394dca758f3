/// The IRIs that `kg` mints for nodes, all below one base.
public enum NodeIRI {
  /// The base of all minted IRIs.
  public static let base = "https://kg.example/"

  /// The IRI of a node that means the same in every source, such as `…/venue/neurips`.
  package static func shared(_ kind: String, _ name: String) -> IRI {
    IRI(base + kind + "/" + name)
  }

  /// Whether an IRI was minted by `kg` for a node, and is not a term of the `kg:` vocabulary.
  package static func isMinted(_ iri: IRI) -> Bool {
    iri.value.hasPrefix(base) && !iri.value.hasPrefix(KG.namespace)
  }
}
