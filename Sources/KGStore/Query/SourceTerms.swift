internal import KGModel

/// The terms of a store by their IDs and the other way round, with IDs for terms that no statement contains.
final class SourceTerms {
  private let dictionary: TermDictionary
  private let entities: EntityIndex
  /// IDs of the store.
  private var ids: [Term: Int64] = [:]
  /// Terms that no statement contains, with IDs from ``firstOwnID`` on.
  private var ownTerms: [Int64: Term] = [:]
  private var ownIDs: [Term: Int64] = [:]
  /// The own IDs in plans; the others are released with the run that computed them.
  private var planned: Set<Int64> = []
  private var nextOwnID = firstOwnID
  private var terms: [Int64: Term] = [:]
  /// Terms that were asked for last, by the low bits of their IDs: most are asked for many times.
  private var recent: [(id: Int64, term: Term)?] = []

  /// Terms that are kept at most. A query can meet all terms of the store.
  private static let termLimit = 1 << 17

  /// Greater than any row ID of the dictionary.
  private static let firstOwnID: Int64 = 1 << 62

  init(_ database: Database) {
    dictionary = TermDictionary(database)
    entities = EntityIndex(database)
  }

  // MARK: Terms to IDs

  /// The ID of a term, as long as this object lives.
  func id(of term: Term) throws -> Int64 {
    let id = try id(ofComputed: term).id
    if id >= Self.firstOwnID { planned.insert(id) }
    return id
  }

  /// - Returns: `isNew` when the term got its ID just now.
  func id(ofComputed term: Term) throws -> (id: Int64, isNew: Bool) {
    if let known = ids[term] ?? ownIDs[term] { return (known, false) }
    guard let stored = try dictionary.id(of: term) else {
      let id = nextOwnID
      nextOwnID += 1
      ownTerms[id] = term
      ownIDs[term] = id
      return (id, true)
    }
    // A node that has been joined to an entity has the entity's ID.
    let id = try term.isLiteral ? stored.rawValue : entities.entity(of: stored.rawValue)
    if stored.isRow {
      if ids.count >= Self.termLimit { ids = [:] }
      ids[term] = id
    }
    return (id, false)
  }

  /// Forgets computed terms that are not in plans.
  func release(_ ids: [Int64]) {
    for id in ids where !planned.contains(id) {
      if let term = ownTerms.removeValue(forKey: id) { ownIDs[term] = nil }
    }
  }

  /// The IDs that a term of a pattern matches: the case of language tags does not count (RDF 1.1 Concepts,
  /// section 3.3), and the store keeps tags as they were written.
  func ids(matching term: Term) throws -> [Int64] {
    guard let literal = term.literal, let tag = literal.languageTag else {
      return [try id(of: term)]
    }
    let spellings = try dictionary.families.spellings(ofLanguage: tag)
    guard !spellings.isEmpty else { return [try id(of: term)] }
    return try spellings.map {
      try id(of: .literal(Literal(literal.lexicalForm, languageTag: $0)))
    }
  }

  // MARK: IDs to terms

  private static let recentCount = 1 << 12

  /// - Throws: `SQLiteError` when there is no term with the ID.
  func term(_ id: Int64) throws -> Term {
    let place = Int(id & Int64(Self.recentCount - 1))
    if recent.isEmpty {
      // Few terms are found as fast in the dictionary.
      if terms.count < Self.recentCount / 4 { return try olderTerm(id) }
      recent = Array(repeating: nil, count: Self.recentCount)
    }
    if let known = recent[place], known.id == id { return known.term }
    let term = try olderTerm(id)
    recent[place] = (id, term)
    return term
  }

  private func olderTerm(_ id: Int64) throws -> Term {
    if let known = terms[id] { return known }
    if id >= Self.firstOwnID, let term = ownTerms[id] { return term }
    guard let term = try dictionary.term(TermID(rawValue: id)) else {
      throw SQLiteError(.corrupt, "a statement contains a term that is missing")
    }
    if terms.count >= Self.termLimit { terms = [:] }
    terms[id] = term
    return term
  }

  /// Reads terms in the order of their rows, neighbours at once: a thing's name is often next to its IRI.
  func prefetch(_ ids: [Int64]) throws {
    guard ids.count < Self.termLimit else { return }
    var run: ClosedRange<Int64>?
    func readRun() throws {
      guard let run else { return }
      if terms.count + run.count > Self.termLimit { terms = [:] }
      try dictionary.terms(in: run) { terms[$0] = $1 }
    }
    for id in ids.sorted() {
      guard TermID(rawValue: id).isRow, id < Self.firstOwnID, terms[id] == nil else { continue }
      if let known = run, id <= known.upperBound + 1 {
        run = known.lowerBound...max(id, known.upperBound)
      } else {
        try readRun()
        run = id...id
      }
    }
    try readRun()
  }
}
