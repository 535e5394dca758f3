package import KGModel

/// A name in the index and an entity that has it.
package struct NameHit: Hashable, Sendable {
  /// An IRI or a blank node.
  package let entity: Term
  /// The name as printed.
  package let name: String
  /// The types of the entity, such as `schema:Person`.
  package let types: [IRI]
}

extension GraphStore {
  /// The names whose folded form, from `foldedKey(_:)`, is one of these; empty when there are none.
  package func names(withKeys keys: [String]) throws(StoreError) -> [NameHit] {
    try read { database in
      let reader = try NameReader(database)
      return try keys.prefix(maximumKeys).flatMap { key in
        try database.integers(
          "SELECT literal FROM name WHERE hash = ?", [NameTable.hash(ofKey: key)]
        ).flatMap { try reader.hits($0) { foldedKey($0) == key } }
      }
    }
  }

  /// The names that contain all words of a text, in Latin or Han script, the shortest first; empty when the
  /// text has no words.
  package func names(containing text: String, limit: Int) throws(StoreError) -> [NameHit] {
    try read { database in
      let words = NameTable.words(foldedKey(text))
      guard !words.isEmpty else { return [] }
      let query = words.map { "\"\($0)\"" }.joined(separator: " AND ")
      let literals = try database.integers(
        """
        SELECT term.id FROM name_words JOIN term ON term.id = name_words.rowid
        WHERE name_words MATCH ? ORDER BY LENGTH(lexical), lexical, term.id LIMIT ?
        """, [query, limit])
      let reader = try NameReader(database)
      return try Array(literals.flatMap { try reader.hits($0) { _ in true } }.prefix(limit))
    }
  }

  /// The names that have all of some folded words, each whole or by its beginning, in no order.
  package func names(
    withWords words: [(text: String, isWhole: Bool)]
  ) throws(StoreError) -> [NameHit] {
    try read { database in
      // A quotation mark is no part of a folded word.
      let terms = words.filter { !$0.text.isEmpty && !$0.text.contains("\"") }
        .map { "\"\($0.text)\"" + ($0.isWhole ? "" : "*") }
      guard !terms.isEmpty else { return [] }
      let literals = try database.integers(
        "SELECT rowid FROM name_words WHERE name_words MATCH ?", [terms.joined(separator: " AND ")])
      let reader = try NameReader(database)
      return try literals.flatMap { try reader.hits($0) { _ in true } }
    }
  }

  /// Every name of the things of a type, sorted by name.
  package func names(ofType type: IRI) throws(StoreError) -> [(Term, String)] {
    try read { database in
      let dictionary = TermDictionary(database)
      guard let predicate = try dictionary.id(of: .iri(RDF.type)),
        let object = try dictionary.id(of: .iri(type))
      else { return [] }
      let names = try NameTable.predicateIDs(database).sorted()
      let reader = TripleReader(database)
      return try database.rows(
        """
        SELECT pos.s, term.lexical FROM pos
          JOIN spo ON spo.s = pos.s AND spo.p IN (\(names.sqlList))
          JOIN term ON term.id = spo.o
        WHERE pos.p = ? AND pos.o = ? ORDER BY term.lexical, pos.s
        """, [predicate.rawValue, object.rawValue]
      ) { row in try reader.term(row.int(0)).map { ($0, row.text(1)) } }.compactMap { $0 }
    }
  }
}

/// A limit on the parts of a question that are looked up.
private let maximumKeys = 2_000
