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

/// Finds who bears a name.
private struct NameReader {
  private let database: Database
  private let reader: TripleReader
  private let predicates: [Int64]
  private let type: Int64

  init(_ database: Database) throws {
    self.database = database
    reader = TripleReader(database)
    let dictionary = TermDictionary(database)
    predicates = try NameTable.predicates.compactMap { try dictionary.id(of: .iri($0))?.rawValue }
    type = try dictionary.id(of: .iri(RDF.type))?.rawValue ?? 0
  }

  /// The bearers of a literal whose text passes a test.
  func hits(_ literal: Int64, _ test: (String) -> Bool) throws -> [NameHit] {
    guard let name = try reader.term(literal)?.literal?.lexicalForm, test(name) else { return [] }
    var bearers: [Int64] = []
    for predicate in predicates {
      bearers += try Int64.fetchAll(
        database.cachedStatement(sql: "SELECT s FROM pos WHERE p = ? AND o = ?"),
        arguments: [predicate, literal]
      ).filter { !bearers.contains($0) }
    }
    return try bearers.compactMap { bearer in
      guard let node = try reader.term(bearer) else { return nil }
      let types = try Int64.fetchAll(
        database.cachedStatement(sql: "SELECT o FROM spo WHERE s = ? AND p = ?"),
        arguments: [bearer, type])
      return NameHit(
        entity: node, name: name, types: try types.compactMap { try reader.term($0)?.iri })
    }
  }
}

/// More parts of a question than any question has.
private let maximumKeys = 2_000
