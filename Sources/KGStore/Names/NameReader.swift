internal import GRDB
internal import KGModel

/// Finds who bears a name.
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
