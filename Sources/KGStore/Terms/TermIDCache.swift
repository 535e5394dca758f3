internal import KGModel

/// Maps terms to ids, and looks up each term once.
final class TermIDCache {
  private let dictionary: TermDictionary
  private var termIDs: [Term: Int64?] = [:]

  init(_ database: Database) {
    dictionary = TermDictionary(database)
  }

  /// The ids of a triple; `nil` when one of the terms is not in the store.
  func quad(_ triple: Triple) throws -> QuadIDs? {
    guard let s = try termID(of: triple.subject), let p = try termID(of: .iri(triple.predicate)),
      let o = try termID(of: triple.object)
    else { return nil }
    return QuadIDs(s: s, p: p, o: o)
  }

  /// The id of a term; `nil` when it is not in the store.
  func termID(of term: Term) throws -> Int64? {
    if let known = termIDs[term] { return known }
    let id = try dictionary.id(of: term)?.rawValue
    termIDs[term] = .some(id)
    return id
  }
}
