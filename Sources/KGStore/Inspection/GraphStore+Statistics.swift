internal import GRDB
public import KGModel

/// How much a store holds.
public struct StoreStatistics: Sendable {
  public let sourceCount: Int
  /// What all sources say, repetitions included.
  public let statementCount: Int
  /// Distinct triples of the default graph as queries see them.
  public let tripleCount: Int
  public let namedGraphCount: Int
  /// Distinct triples in named graphs, once a graph.
  public let namedTripleCount: Int
  public let predicateCount: Int
  /// Terms in the dictionary; small values are not among them.
  public let termCount: Int
  public let nameCount: Int
  /// Nodes that identity decisions have made one with others.
  public let joinedNodeCount: Int
  public let receiptCount: Int
  public let fileByteCount: Int
  /// How many things there are of each type, the most frequent first.
  public let types: [(type: Term, count: Int)]
}

extension GraphStore {
  /// Counts what the store holds; reads every triple once.
  public func statistics() throws(StoreError) -> StoreStatistics {
    try read { database in
      func count(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
      let reader = TripleReader(database)
      let type = try TermDictionary(database).id(of: .iri(RDF.type))?.rawValue ?? 0
      let types = try Row.fetchAll(
        database,
        sql: "SELECT o, COUNT(*) AS n FROM pos WHERE p = ? GROUP BY o ORDER BY n DESC, o",
        arguments: [type])
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
        types: try types.compactMap { row in
          return try reader.term(row.int(0)).map { ($0, Int(row.int(1))) }
        })
    }
  }
}
