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

  /// The triples of a query that gives subject, predicate and object.
  func triples(sql: String, _ arguments: StatementArguments) throws -> [Triple] {
    let rows = try Row.fetchCursor(database, sql: sql, arguments: arguments)
    var triples: [Triple] = []
    while let row = try rows.next() {
      if let triple = try triple(row) { triples.append(triple) }
    }
    return triples
  }

  /// The triple in the first three columns.
  func triple(_ row: Row) throws -> Triple? {
    guard let subject = try term(row[0]), let predicate = try term(row[1])?.iri,
      let object = try term(row[2])
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
