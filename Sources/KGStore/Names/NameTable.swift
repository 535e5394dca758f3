internal import GRDB
internal import KGModel

/// Keeps the names of nodes searchable, in step with statements.
struct NameTable {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  private static let predicates = [Schema.name, Schema.alternateName]

  /// Adds the name that a statement gives, if it gives one.
  func add(_ triple: Triple, _ ids: TripleIDs) throws {
    guard Self.predicates.contains(triple.predicate), let name = triple.object.literal else {
      return
    }
    let key = foldedKey(name.lexicalForm)
    try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO name (node, literal, key) VALUES (?, ?, ?)"
    ).execute(arguments: [ids.s, ids.o, key])
    guard database.changesCount > 0 else { return }
    try database.cachedStatement(sql: "INSERT INTO name_words (rowid, words) VALUES (?, ?)")
      .execute(arguments: [database.lastInsertedRowID, Self.words(key).joined(separator: " ")])
  }

  /// Removes the names of removed statements, unless another source gives them too.
  func removeUnsaid(_ removed: [TripleIDs]) throws {
    let predicates = try Self.predicates.compactMap {
      try TermDictionary(database).id(of: .iri($0))?.rawValue
    }
    for ids in removed where predicates.contains(ids.p) {
      let isSaid = try predicates.contains { predicate in
        try Bool.fetchOne(
          database.cachedStatement(
            sql: "SELECT EXISTS (SELECT 1 FROM statement WHERE s = ? AND p = ? AND o = ?)"),
          arguments: [ids.s, predicate, ids.o]) == true
      }
      guard !isSaid,
        let row = try Int64.fetchOne(
          database, sql: "SELECT id FROM name WHERE node = ? AND literal = ?",
          arguments: [ids.s, ids.o])
      else { continue }
      try database.execute(sql: "DELETE FROM name WHERE id = ?", arguments: [row])
      try database.execute(sql: "DELETE FROM name_words WHERE rowid = ?", arguments: [row])
    }
  }

  /// The words by which a folded name is found: a run of Han characters has no words, so each
  /// character and each pair of neighbours is one.
  static func words(_ key: String) -> [String] {
    key.split(separator: " ").flatMap { word -> [String] in
      var words: [String] = []
      var latin = String.UnicodeScalarView()
      var previous: Unicode.Scalar?
      for scalar in word.unicodeScalars {
        guard scalar.isHan else {
          latin.append(scalar)
          previous = nil
          continue
        }
        if !latin.isEmpty { words.append(String(latin)) }
        latin = .init()
        words.append(String(scalar))
        if let previous { words.append("\(previous)\(scalar)") }
        previous = scalar
      }
      if !latin.isEmpty { words.append(String(latin)) }
      return words
    }
  }
}
