internal import GRDB
public import KGModel

/// A name in the index and who bears it.
public struct NameHit: Hashable, Sendable {
  public let entity: Term
  public let name: String
  /// What the bearer is, such as `schema:Person`.
  public let types: [IRI]
}

extension GraphStore {
  /// The names whose folded form (``foldedKey(_:)``) is one of these.
  public func names(withKeys keys: [String]) throws(StoreError) -> [NameHit] {
    try read { database in
      let reader = try NameReader(database)
      return try keys.prefix(maximumKeys).flatMap { key in
        try Int64.fetchAll(
          database.cachedStatement(sql: "SELECT literal FROM name WHERE hash = ?"),
          arguments: [NameTable.hash(ofKey: key)]
        ).flatMap { try reader.hits($0) { foldedKey($0) == key } }
      }
    }
  }

  /// The names that contain all the words of a text, in Latin or Han script; the shortest first.
  public func names(containing text: String, limit: Int) throws(StoreError) -> [NameHit] {
    try read { database in
      let words = NameTable.words(foldedKey(text))
      guard !words.isEmpty else { return [] }
      let query = words.map { "\"\($0)\"" }.joined(separator: " AND ")
      let literals = try Int64.fetchAll(
        database,
        sql: """
          SELECT term.id FROM name_words JOIN term ON term.id = name_words.rowid
          WHERE name_words MATCH ? ORDER BY LENGTH(lexical), lexical, term.id LIMIT ?
          """, arguments: [query, limit])
      let reader = try NameReader(database)
      return try Array(literals.flatMap { try reader.hits($0) { _ in true } }.prefix(limit))
    }
  }

  /// Every name of the things of a type, by name.
  public func names(ofType type: IRI) throws(StoreError) -> [(Term, String)] {
    try read { database in
      let dictionary = TermDictionary(database)
      guard let predicate = try dictionary.id(of: .iri(RDF.type)),
        let object = try dictionary.id(of: .iri(type))
      else { return [] }
      let names = try NameTable.predicates.compactMap { try dictionary.id(of: .iri($0)) }
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT pos.s, term.lexical FROM pos
            JOIN spo ON spo.s = pos.s AND spo.p IN (\(names.map { "\($0.rawValue)" }.joined(separator: ", ")))
            JOIN term ON term.id = spo.o
          WHERE pos.p = ? AND pos.o = ? ORDER BY term.lexical, pos.s
          """,
        arguments: [predicate.rawValue, object.rawValue])
      let reader = TripleReader(database)
      return try rows.compactMap { row in try reader.term(row.int(0)).map { ($0, row.text(1)) } }
    }
  }
}

/// More parts of a question than any question has.
private let maximumKeys = 2_000
