/// A triple as one source asserts it, with the receipts in the order of their places.
public struct Statement: Hashable, Sendable {
  /// What is asserted.
  public let triple: Triple
  /// Where the source asserts it; empty when the place is not known.
  public var receipts: [Receipt]

  /// Makes a statement.
  public init(_ triple: Triple, receipts: [Receipt]) {
    self.triple = triple
    self.receipts = receipts
  }
}
