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
      // SQLite takes 32,766 arguments; a question has a few hundred parts.
      let rows = try keys.prefix(maximumKeys).flatMap { key in
        try Row.fetchAll(
          database.cachedStatement(sql: "SELECT node, literal FROM name WHERE key = ?"),
          arguments: [key])
      }
      return try Self.hits(rows, database)
    }
  }

  /// The names that contain all the words of a text, in Latin or Han script; the shortest first.
  public func names(containing text: String, limit: Int) throws(StoreError) -> [NameHit] {
    try read { database in
      let words = NameTable.words(foldedKey(text))
      guard !words.isEmpty else { return [] }
      let query = words.map { "\"\($0)\"" }.joined(separator: " AND ")
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT node, literal FROM name_words JOIN name ON name.id = name_words.rowid
          WHERE name_words MATCH ? ORDER BY LENGTH(key), key, node LIMIT ?
          """, arguments: [query, limit])
      return try Self.hits(rows, database)
    }
  }

  /// Every name of the things of a type, by name.
  public func names(ofType type: IRI) throws(StoreError) -> [(Term, String)] {
    try read { database in
      let dictionary = TermDictionary(database)
      guard let predicate = try dictionary.id(of: .iri(RDF.type)),
        let object = try dictionary.id(of: .iri(type))
      else { return [] }
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT pos.s, term.lexical FROM pos
            JOIN spo ON spo.s = pos.s AND spo.p IN (SELECT id FROM term WHERE kind = 0 AND lexical IN (?, ?))
            JOIN term ON term.id = spo.o
          WHERE pos.p = ? AND pos.o = ? ORDER BY term.lexical
          """,
        arguments: [
          Schema.name.value, Schema.alternateName.value, predicate.rawValue, object.rawValue,
        ])
      let reader = TripleReader(database)
      return try rows.compactMap { row in try reader.term(row[0]).map { ($0, row[1]) } }
    }
  }

  private static func hits(_ rows: [Row], _ database: Database) throws -> [NameHit] {
    let reader = TripleReader(database)
    let entities = EntityIndex(database)
    let type = try TermDictionary(database).id(of: .iri(RDF.type))?.rawValue ?? 0
    return try rows.compactMap { row in
      let entity = try entities.entity(of: row[0])
      guard let node = try reader.term(entity), let name = try reader.term(row[1])?.literal else {
        return nil
      }
      let types = try Int64.fetchAll(
        database.cachedStatement(sql: "SELECT o FROM spo WHERE s = ? AND p = ?"),
        arguments: [entity, type])
      return NameHit(
        entity: node, name: name.lexicalForm,
        types: try types.compactMap { try reader.term($0)?.iri })
    }
  }
}

/// More parts of a question than any question has.
private let maximumKeys = 2_000
