internal import KGModel

/// Finds the entities that have a name.
struct NameReader {
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

  /// The entities whose name is this literal, if its text passes a test.
  func hits(_ literal: Int64, _ test: (String) -> Bool) throws -> [NameHit] {
    guard let name = try reader.term(literal)?.literal?.lexicalForm, test(name) else { return [] }
    var holders: [Int64] = []
    for predicate in predicates {
      holders += try database.integers(
        "SELECT s FROM pos WHERE p = ? AND o = ?", [predicate, literal]
      ).filter { !holders.contains($0) }
    }
    return try holders.compactMap { holder in
      guard let node = try reader.term(holder) else { return nil }
      let types = try database.integers("SELECT o FROM spo WHERE s = ? AND p = ?", [holder, type])
      return NameHit(
        entity: node, name: name, types: try types.compactMap { try reader.term($0)?.iri })
    }
  }
}
