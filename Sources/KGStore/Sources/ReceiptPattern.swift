public import KGModel

/// Selects the statements whose receipts to return: `nil` matches any term, a node also matches the nodes
/// joined with it.
public struct ReceiptPattern: Hashable, Sendable {
  /// The subject of the statements, or a node joined with it.
  public let subject: Term?
  /// The predicate of the statements.
  public let predicate: IRI?
  /// The object of the statements, or a node joined with it.
  public let object: Term?

  /// Makes a pattern; without arguments it selects every statement.
  public init(subject: Term? = nil, predicate: IRI? = nil, object: Term? = nil) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
  }
}
