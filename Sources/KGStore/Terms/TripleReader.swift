internal import KGModel

/// Maps ids to terms, and looks up each id once.
final class TripleReader {
  private let dictionary: TermDictionary
  private let database: Database
  private var terms: [Int64: Term] = [:]

  init(_ database: Database) {
    self.database = database
    dictionary = TermDictionary(database)
  }

  /// The triple whose ids are the first three columns; `nil` when the dictionary lacks one of its terms.
  func triple(_ row: PreparedStatement) throws -> Triple? {
    guard let subject = try term(row.int(0)), let predicate = try term(row.int(1))?.iri,
      let object = try term(row.int(2))
    else { return nil }
    return Triple(subject, predicate, object)
  }

  /// The triple of a statement; `nil` when the dictionary lacks one of its terms.
  func triple(_ quad: QuadIDs) throws -> Triple? {
    guard let subject = try term(quad.s), let predicate = try term(quad.p)?.iri,
      let object = try term(quad.o)
    else { return nil }
    return Triple(subject, predicate, object)
  }

  /// The term with an id; `nil` when the dictionary lacks it.
  func term(_ id: Int64) throws -> Term? {
    if let term = terms[id] { return term }
    let term = try dictionary.term(TermID(rawValue: id))
    if let term { terms[id] = term }
    return term
  }
}
