internal import GRDB
internal import KGModel

/// Turns terms into their ids, each looked up once.
final class TermIDCache {
  private let dictionary: TermDictionary
  private var termIDs: [Term: Int64?] = [:]

  init(_ database: Database) {
    dictionary = TermDictionary(database)
  }

  /// `nil` when no statement names one of the terms.
  func quad(_ triple: Triple) throws -> QuadIDs? {
    guard let s = try termID(of: triple.subject), let p = try termID(of: .iri(triple.predicate)),
      let o = try termID(of: triple.object)
    else { return nil }
    return QuadIDs(s: s, p: p, o: o)
  }

  func termID(of term: Term) throws -> Int64? {
    if let known = termIDs[term] { return known }
    let id = try dictionary.id(of: term)?.rawValue
    termIDs[term] = .some(id)
    return id
  }
}
