internal import GRDB
public import KGModel

extension GraphStore {
  /// Lets somebody read what the documents that are no RDF assert, all of one state of the store.
  public func withDocumentAssertions<Value>(
    _ body: (DocumentAssertions) throws -> Value
  ) throws(StoreError) -> Value {
    try read { try body(DocumentAssertions($0)) }
  }
}

/// What the documents that are no RDF assert, with the numbers of terms; valid within
/// ``GraphStore/withDocumentAssertions(_:)``.
public struct DocumentAssertions {
  private let database: Database
  private let dictionary: TermDictionary

  fileprivate init(_ database: Database) {
    self.database = database
    dictionary = TermDictionary(database)
  }

  /// Hands over every statement in the order of the documents' paths; documents count from 0.
  public func forEach(
    _ body: (_ document: Int, _ subject: Int64, _ predicate: Int64, _ object: Int64) throws -> Void
  ) throws {
    var document = -1
    var last: Int64?
    try StatementBlocks(database).forEach(where: "NOT \(SourceTable.isRDF)") { source, quad, _ in
      if source != last { document += 1 }
      last = source
      try body(document, quad.s, quad.p, quad.o)
    }
  }

  /// `nil` when no statement names the term.
  public func termID(of term: Term) throws -> Int64? { try dictionary.id(of: term)?.rawValue }

  public func term(_ id: Int64) throws -> Term? {
    try dictionary.term(TermID(rawValue: id))
  }
}
