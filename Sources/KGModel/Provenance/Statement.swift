/// A triple as one source says it, with its receipts in the order of their place.
public struct Statement: Hashable, Sendable {
  public let triple: Triple
  public var receipts: [Receipt]

  public init(_ triple: Triple, receipts: [Receipt]) {
    self.triple = triple
    self.receipts = receipts
  }
}
