/// A node without a name outside its document.
public struct BlankNode: Sendable {
  public let label: String

  public init(_ label: String) {
    self.label = label
  }
}

extension BlankNode: Hashable {
  public static func == (left: BlankNode, right: BlankNode) -> Bool {
    isSameText(left.label, right.label)
  }

  public func hash(into hasher: inout Hasher) { hashText(label, into: &hasher) }
}
