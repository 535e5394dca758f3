import KGModel
import KGResolve

/// What made-up documents say, each a list of triples.
struct ListedAssertions: AssertionSource {
  private let documents: [[Assertion]]
  private let terms: [Term]
  private let numbers: [Term: Int64]

  private let ownNodes: Set<Int>

  /// - Parameter ownNodes: The documents that name nodes by IRIs of their own.
  init(_ documents: [[Triple]], ownNodes: Set<Int> = []) {
    self.ownNodes = ownNodes
    var terms: [Term] = []
    var numbers: [Term: Int64] = [:]
    func number(_ term: Term) -> Int64 {
      if let number = numbers[term] { return number }
      terms.append(term)
      numbers[term] = Int64(terms.count - 1)
      return Int64(terms.count - 1)
    }
    self.documents = documents.map { triples in
      triples.map {
        Assertion(
          subject: number($0.subject), predicate: number(.iri($0.predicate)),
          object: number($0.object))
      }
    }
    self.terms = terms
    self.numbers = numbers
  }

  var assertionCount: Int { documents.map(\.count).reduce(0, +) }

  func forEachAssertion(_ body: (_ document: Int, Assertion) throws -> Void) throws {
    for (document, assertions) in documents.enumerated() {
      for assertion in assertions { try body(document, assertion) }
    }
  }

  func documentsWithOwnNodes() -> Set<Int> { ownNodes }

  func termID(of term: Term) -> Int64? { numbers[term] }

  func term(_ number: Int64) -> Term? {
    terms.indices.contains(Int(number)) ? terms[Int(number)] : nil
  }
}
