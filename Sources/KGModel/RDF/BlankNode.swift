/// A blank node. Its label identifies it within one document only.
public struct BlankNode: Sendable {
  /// The label, without `_:`.
  public let label: String

  /// Takes the label as it is, without checking it.
  public init(_ label: String) {
    self.label = label
  }
}

extension BlankNode: Hashable {
  /// Equality of bytes, not canonical equivalence.
  public static func == (left: BlankNode, right: BlankNode) -> Bool {
    isSameText(left.label, right.label)
  }

  /// Hashes the bytes of the label.
  public func hash(into hasher: inout Hasher) { hashText(label, into: &hasher) }
}
