package import KGModel

extension GraphStore {
  /// Runs `body` with the statements of the documents that are not in an RDF syntax, in one read transaction.
  package func withAssertions<Value>(
    _ body: (StoredAssertions) throws -> Value
  ) throws(StoreError) -> Value {
    try read { try body(StoredAssertions($0)) }
  }
}

/// The statements of all sources, with the ids of their terms. Valid within
/// ``GraphStore/withAssertions(_:)``.
package struct StoredAssertions {
  private let database: Database
  private let dictionary: TermDictionary

  /// How many there are, with repetitions.
  package let count: Int

  fileprivate init(_ database: Database) throws {
    self.database = database
    dictionary = TermDictionary(database)
    count = Int(try database.integer("SELECT SUM(statement_count) FROM source") ?? 0)
  }

  /// Calls `body` with every statement, in the order of the sources' paths. Sources count from 0.
  package func forEach(
    _ body: (_ document: Int, _ subject: Int64, _ predicate: Int64, _ object: Int64) throws -> Void
  ) throws {
    var document = -1
    var last: Int64?
    try StatementBlocks(database).forEach { source, quad, _ in
      if source != last { document += 1 }
      last = source
      try body(document, quad.s, quad.p, quad.o)
    }
  }

  /// The numbers of the sources that are in an RDF syntax, whose IRIs are their own.
  package func rdfSources() throws -> Set<Int> {
    let kinds = try database.integers(
      """
      SELECT \(SourceTable.isRDF) FROM source f
      WHERE EXISTS (SELECT 1 FROM statement_block b WHERE b.source = f.id) ORDER BY f.path
      """, [])
    return Set(kinds.indices.filter { kinds[$0] == 1 })
  }

  /// The id of a term; `nil` when no statement contains the term.
  package func termID(of term: Term) throws -> Int64? { try dictionary.id(of: term)?.rawValue }

  /// The term with an id; `nil` when the store has none.
  package func term(_ id: Int64) throws -> Term? {
    try dictionary.term(TermID(rawValue: id))
  }
}
