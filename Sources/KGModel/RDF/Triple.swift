/// A subject, a predicate and an object (RDF 1.1 Concepts, section 3.1).
public struct Triple: Hashable, Sendable {
  /// An IRI or a blank node.
  public let subject: Term
  /// The property that relates subject and object.
  public let predicate: IRI
  /// A term of any kind.
  public let object: Term

  /// Makes a triple. That the subject is not a literal is not checked.
  public init(_ subject: Term, _ predicate: IRI, _ object: Term) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
  }
}
