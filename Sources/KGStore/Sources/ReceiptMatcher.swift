internal import KGModel

/// Receipt patterns with the ids of their terms.
struct ReceiptMatcher {
  struct Pattern {
    /// The members of the subject's entity, the predicate, and the members of the object's entity.
    let (s, p, o): (Set<Int64>?, Int64?, Set<Int64>?)

    func matches(_ quad: QuadIDs) -> Bool {
      (s?.contains(quad.s) ?? true) && (p.map { $0 == quad.p } ?? true)
        && (o?.contains(quad.o) ?? true)
    }
  }

  private(set) var patterns: [Pattern] = []
  /// Every matching statement has one of these ids as subject or object; `nil` when a pattern
  /// has neither.
  private var keys: Set<Int64>? = []

  init(_ database: Database, _ patterns: [ReceiptPattern]) throws {
    let dictionary = TermDictionary(database)
    let entities = EntityIndex(database)
    func members(_ term: Term?) throws -> Set<Int64>? {
      guard let term else { return nil }
      guard let id = try dictionary.id(of: term)?.rawValue else { return [] }
      return try Set(entities.members(of: entities.entity(of: id)))
    }
    for pattern in patterns {
      let predicate = try pattern.predicate.map { try dictionary.id(of: .iri($0))?.rawValue }
      let (s, o) = (try members(pattern.subject), try members(pattern.object))
      if s?.isEmpty == true || o?.isEmpty == true || predicate == .some(nil) { continue }
      self.patterns.append(Pattern(s: s, p: predicate ?? nil, o: o))
      if let key = s ?? o { keys?.formUnion(key) } else { keys = nil }
    }
  }

  var isEmpty: Bool { patterns.isEmpty }

  func matches(_ quad: QuadIDs) -> Bool {
    if let keys, !keys.contains(quad.s), !keys.contains(quad.o) { return false }
    return patterns.contains { $0.matches(quad) }
  }
}
