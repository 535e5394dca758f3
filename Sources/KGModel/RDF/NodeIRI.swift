/// The IRIs that `kg` gives to nodes, all below one base.
public enum NodeIRI {
  public static let base = "https://kg.example/"

  /// A node that means the same in every source, such as `…/venue/neurips`.
  public static func shared(_ kind: String, _ name: String) -> IRI {
    IRI(base + kind + "/" + name)
  }

  /// Whether an IRI names a node of ours and no word of a vocabulary.
  public static func isMinted(_ iri: IRI) -> Bool {
    iri.value.hasPrefix(base) && !iri.value.hasPrefix(KG.namespace)
  }
}
