package import KGModel

/// The size of a store in counts.
package struct StoreStatistics: Sendable {
  package let sourceCount: Int
  /// Statements of all sources, with repetitions.
  package let statementCount: Int
  /// Distinct triples of the default graph, as queries see them.
  package let tripleCount: Int
  /// Graphs with at least one triple, without the default graph.
  package let namedGraphCount: Int
  /// Distinct triples of named graphs, counted once per graph.
  package let namedTripleCount: Int
  /// Distinct predicates.
  package let predicateCount: Int
  /// Terms in the dictionary. Inline values are not counted.
  package let termCount: Int
  /// Distinct names of things.
  package let nameCount: Int
  /// Nodes that identity decisions have joined with others.
  package let joinedNodeCount: Int
  package let receiptCount: Int
  /// The size of the database file, without its write-ahead log.
  package let fileByteCount: Int
  /// The number of things of each type, the most frequent type first.
  package let types: [(type: Term, count: Int)]
}

extension GraphStore {
  /// Counts the contents of the store; reads every triple once.
  package func statistics() throws(StoreError) -> StoreStatistics {
    try read { database in
      func count(_ sql: String) throws -> Int { Int(try database.integer(sql) ?? 0) }
      let reader = TripleReader(database)
      let type = try TermDictionary(database).id(of: .iri(RDF.type))?.rawValue ?? 0
      let types = try database.rows(
        "SELECT o, COUNT(*) AS n FROM pos WHERE p = ? GROUP BY o ORDER BY n DESC, o", [type]
      ) { row in try reader.term(row.int(0)).map { ($0, Int(row.int(1))) } }
      return StoreStatistics(
        sourceCount: try count("SELECT COUNT(*) FROM source"),
        statementCount: try count("SELECT SUM(statement_count) FROM source"),
        tripleCount: try count("SELECT COUNT(*) FROM pos"),
        namedGraphCount: try count("SELECT COUNT(DISTINCT g) FROM gspo"),
        namedTripleCount: try count("SELECT COUNT(*) FROM posg"),
        predicateCount: try count("SELECT COUNT(*) FROM predicate"),
        termCount: try count("SELECT COUNT(*) FROM term_hash"),
        nameCount: try count("SELECT COUNT(*) FROM name"),
        joinedNodeCount: try count("SELECT COUNT(*) FROM entity"),
        receiptCount: try count("SELECT COUNT(*) FROM receipt"),
        fileByteCount: try count("PRAGMA page_count") * count("PRAGMA page_size"),
        types: types.compactMap { $0 })
    }
  }
}
