/// An IRI, kept as written; nothing is resolved or normalised.
public struct IRI: Sendable {
  public let value: String

  public init(_ value: String) {
    self.value = value
  }
}

extension IRI: Hashable, Comparable {
  public static func == (left: IRI, right: IRI) -> Bool { isSameText(left.value, right.value) }

  /// The order of code points.
  public static func < (left: IRI, right: IRI) -> Bool {
    compareBytes(left.value, right.value) < 0
  }

  public func hash(into hasher: inout Hasher) { hashText(value, into: &hasher) }
}
