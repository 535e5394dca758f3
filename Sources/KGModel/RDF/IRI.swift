/// An IRI, kept as written: it is neither resolved nor normalized.
public struct IRI: Sendable {
  /// The text of the IRI, without angle brackets.
  public let value: String

  /// Takes the text as it is, without checking it.
  public init(_ value: String) {
    self.value = value
  }
}

extension IRI: Hashable, Comparable {
  /// Equality of bytes, not canonical equivalence.
  public static func == (left: IRI, right: IRI) -> Bool { isSameText(left.value, right.value) }

  /// The order of the code points.
  public static func < (left: IRI, right: IRI) -> Bool {
    compareBytes(left.value, right.value) < 0
  }

  /// Hashes the bytes of the text.
  public func hash(into hasher: inout Hasher) { hashText(value, into: &hasher) }
}
