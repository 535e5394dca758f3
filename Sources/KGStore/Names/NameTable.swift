internal import KGModel
internal import KGRDF

/// Keeps the index of names consistent with the statements. The entities that have a name are found in
/// `pos`.
final class NameTable {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// The predicates whose objects are names.
  static let predicates = [Schema.name, Schema.alternateName]

  /// The ids of those ``predicates`` that the store contains.
  static func predicateIDs(_ database: Database) throws -> Set<Int64> {
    let dictionary = TermDictionary(database)
    return try Set(predicates.compactMap { try dictionary.id(of: .iri($0))?.rawValue })
  }

  private static let predicateTexts = predicates.map { Array(NTriplesWriter.text(.iri($0)).utf8) }

  static func isNamePredicate(_ text: TermText) -> Bool {
    predicateTexts.contains { $0.count == text.count && text.bytes.elementsEqual($0) }
  }

  /// The column `hash` of a folded name.
  static func hash(ofKey key: String) -> Int64 { TermDictionary.storedHash(textHash(key)) }

  /// Adds the names that are not in the index yet.
  ///
  /// - Parameter names: Literals in canonical form.
  func add(_ names: [(name: TermText, literal: Int64)]) throws {
    let find = try PreparedStatement(
      kept: "SELECT 1 FROM name WHERE hash = ? AND literal = ?", by: database)
    let rows = try addWords(names) { hash, literal in
      find.bind(hash, at: 1)
      find.bind(literal, at: 2)
      defer { find.reset() }
      return try !find.step()
    }
    let insert = try RowInserter(database, "name", columns: 2, .none)
    for (hash, literal) in rows.sorted(by: <) { try insert.add(hash, literal) }
    try insert.finish()
  }

  /// Adds the words of names, and leaves the table `name` to the caller.
  ///
  /// - Parameter isWanted: Whether to add a row of `name`.
  /// - Returns: The rows to be added to `name`, in no order.
  func addWords(
    _ names: consuming [(name: TermText, literal: Int64)],
    where isWanted: (_ hash: Int64, _ literal: Int64) throws -> Bool = { _, _ in true }
  ) throws -> [(Int64, Int64)] {
    let insert = try PreparedStatement(
      kept: "INSERT INTO name_words (rowid, words) VALUES (?, ?)", by: database)
    var rows: [(Int64, Int64)] = []
    // The full-text index is fastest with ascending row ids.
    names.sort { $0.literal < $1.literal }
    for (name, literal) in names {
      let form = TermParts(name).withLexical { String(decoding: $0, as: UTF8.self) }
      let key = foldedKey(form)
      let hash = Self.hash(ofKey: key)
      guard try isWanted(hash, literal) else { continue }
      rows.append((hash, literal))
      insert.bind(literal, at: 1)
      insert.bind(Self.indexed(key), at: 2)
      try insert.run()
    }
    return rows
  }

  /// Removes the literals that are not the object of a name predicate any more.
  func removeUnused(_ literals: some Sequence<Int64>) throws {
    let dictionary = TermDictionary(database)
    let predicates = try Self.predicateIDs(database)
    for literal in literals {
      let isUsed = try predicates.contains { predicate in
        try database.integer("SELECT 1 FROM pos WHERE p = ? AND o = ?", [predicate, literal]) != nil
      }
      guard !isUsed,
        let name = try dictionary.term(TermID(rawValue: literal))?.literal?.lexicalForm
      else { continue }
      let key = foldedKey(name)
      try database.execute(
        "DELETE FROM name WHERE hash = ? AND literal = ?", [Self.hash(ofKey: key), literal])
      // A contentless FTS5 index needs the text of the row that is to be deleted.
      guard database.changeCount > 0 else { continue }
      try database.execute(
        "INSERT INTO name_words (name_words, rowid, words) VALUES ('delete', ?, ?)",
        [literal, Self.indexed(key)])
    }
  }

  /// The text that the index stores for a folded name.
  private static func indexed(_ key: String) -> String {
    // In a key without Han characters, FTS5 finds the same words.
    key.utf8.contains { $0 >= 0x80 } ? words(key).joined(separator: " ") : key
  }

  /// The words by which a folded name is found. Han text is not divided into words, so each Han character
  /// and each pair of adjacent ones counts as a word.
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
