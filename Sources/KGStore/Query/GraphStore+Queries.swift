internal import GRDB
public import KGModel
package import KGQuerySource

extension GraphStore {
  /// Lets queries read the store as it is at one moment.
  ///
  /// Later calls may get the same source, with all that it has looked up, until something changes in the store.
  ///
  /// - Throws: ``StoreError`` when the file cannot be read, and errors of the body.
  package func withQuerySource<Value>(
    _ body: (any QuerySource) throws -> Value
  ) throws -> Value {
    try readRethrowing { try body($0.querySource.source($1)) }
  }
}

extension GraphStore {
  /// Those of some IRIs that no statement contains; empty when all are known.
  ///
  /// - Throws: ``StoreError`` when the file cannot be read.
  public func unknown(_ iris: [IRI]) throws(StoreError) -> Set<IRI> {
    try read { database in
      let dictionary = TermDictionary(database)
      return try Set(iris.filter { try dictionary.id(of: .iri($0)) == nil })
    }
  }

  /// Classes to suggest: some graphs have as many classes as things.
  private static let maximumClassCount = 1000

  /// The predicates in use and up to a thousand classes, in no particular order; empty for an empty store.
  ///
  /// - Throws: ``StoreError`` when the file cannot be read.
  public func vocabulary() throws(StoreError) -> [IRI] {
    try read { database in
      let dictionary = TermDictionary(database)
      var rows = try Int64.fetchAll(database, sql: "SELECT p FROM predicate")
      if let type = try dictionary.id(of: .iri(RDF.type))?.rawValue {
        // The index is searched for the next greater class, starting from each class found.
        rows += try Int64.fetchAll(
          database,
          sql: """
            WITH RECURSIVE class(o) AS (SELECT MIN(o) FROM pos WHERE p = \(type)
              UNION SELECT (SELECT MIN(o) FROM pos WHERE p = \(type) AND pos.o > class.o) FROM class
              LIMIT \(Self.maximumClassCount))
            SELECT o FROM class WHERE o IS NOT NULL
            """)
      }
      return try rows.compactMap { try dictionary.term(TermID(rawValue: $0))?.iri }
    }
  }
}
