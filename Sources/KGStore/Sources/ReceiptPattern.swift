public import KGModel

/// Which statements' receipts are wanted; `nil` agrees with all. Members of an entity stand for it.
public struct ReceiptPattern: Hashable, Sendable {
  public let subject: Term?
  public let predicate: IRI?
  public let object: Term?

  public init(subject: Term? = nil, predicate: IRI? = nil, object: Term? = nil) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
  }
}
