package import KGModel
package import KGQuerySource
internal import KGSPARQL

extension GraphStore {
  /// Runs `body` with a query source, in one read transaction.
  ///
  /// A connection reuses its source, with everything that it has cached, until the store changes.
  ///
  /// - Throws: ``StoreError`` when the file cannot be read, and what `body` throws.
  package func withQuerySource<Value>(
    _ body: (any QuerySource) throws -> Value
  ) throws -> Value {
    try readRethrowing { try body($0.querySource.source($1)) }
  }
}

extension GraphStore {
  /// The given IRIs that are not in the store.
  package func unknown(_ iris: [IRI]) throws(StoreError) -> Set<IRI> {
    try read { database in
      let dictionary = TermDictionary(database)
      return try Set(iris.filter { try dictionary.id(of: .iri($0)) == nil })
    }
  }

  /// A limit on the classes considered for suggestions, because some graphs have a class for each thing.
  private static let maximumClassCount = 1000

  /// The predicates in use and at most 1000 classes, in no order.
  package func vocabulary() throws(StoreError) -> [IRI] {
    try read { database in
      let dictionary = TermDictionary(database)
      var rows = try database.integers("SELECT p FROM predicate")
      if let type = try dictionary.id(of: .iri(RDF.type))?.rawValue {
        // Skip from each class to the next in the index.
        rows += try database.integers(
          """
          WITH RECURSIVE class(o) AS (SELECT MIN(o) FROM pos WHERE p = ?1
            UNION SELECT (SELECT MIN(o) FROM pos WHERE p = ?1 AND pos.o > class.o) FROM class
            LIMIT \(Self.maximumClassCount))
          SELECT o FROM class WHERE o IS NOT NULL
          """, [type])
      }
      return try rows.compactMap { try dictionary.term(TermID(rawValue: $0))?.iri }
    }
  }
}
