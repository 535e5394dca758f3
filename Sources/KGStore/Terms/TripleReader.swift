internal import GRDB
internal import KGModel

/// Turns rows of numbers back into terms, each number looked up once.
final class TripleReader {
  private let dictionary: TermDictionary
  private let database: Database
  private var terms: [Int64: Term] = [:]

  init(_ database: Database) {
    self.database = database
    dictionary = TermDictionary(database)
  }

  /// The triple in the first three columns.
  func triple(_ row: Row) throws -> Triple? {
    guard let subject = try term(row.int(0)), let predicate = try term(row.int(1))?.iri,
      let object = try term(row.int(2))
    else { return nil }
    return Triple(subject, predicate, object)
  }

  /// `nil` when the dictionary lacks a term.
  func triple(_ quad: QuadIDs) throws -> Triple? {
    guard let subject = try term(quad.s), let predicate = try term(quad.p)?.iri,
      let object = try term(quad.o)
    else { return nil }
    return Triple(subject, predicate, object)
  }

  func term(_ id: Int64) throws -> Term? {
    if let term = terms[id] { return term }
    let term = try dictionary.term(TermID(rawValue: id))
    if let term { terms[id] = term }
    return term
  }
}
