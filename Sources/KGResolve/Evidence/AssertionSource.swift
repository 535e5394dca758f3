package import KGModel

/// The triples that documents assert, with numbers instead of terms: the identities in a graph of a million mentions
/// are decided without their texts in memory.
package protocol AssertionSource {
  /// How many assertions there are, about.
  var assertionCount: Int { get }

  /// Calls `body` with every assertion, document by document; a document has the same number each time.
  func forEachAssertion(_ body: (_ document: Int, Assertion) throws -> Void) throws

  /// The documents that name nodes by IRIs of their own, as RDF does; in others a node is made for each printed name.
  func documentsWithOwnNodes() throws -> Set<Int>

  /// `nil` when no assertion names the term.
  func termID(of term: Term) throws -> Int64?

  /// The term of an id that ``forEachAssertion(_:)`` passed on.
  func term(_ id: Int64) throws -> Term?
}

/// A triple by the numbers of its terms.
package struct Assertion: Sendable {
  package let subject: Int64
  package let predicate: Int64
  package let object: Int64

  package init(subject: Int64, predicate: Int64, object: Int64) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
  }
}
