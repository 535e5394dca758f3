import KGModel

/// Whether two graphs say the same, whatever their blank nodes are called (RDF 1.1 Concepts, 3.6).
///
/// Tries one renaming after another, and gives a branch up as soon as a triple without a partner shows.
/// That is fast enough for the small graphs of a test suite.
struct GraphIsomorphism {
  private let left: [Triple]
  private let right: Set<Triple>

  static func holds(_ left: [Triple], _ right: [Triple]) -> Bool {
    let (left, right) = (Set(left), Set(right))
    guard left.count == right.count else { return false }
    // Triples that are ground first; then those whose nodes are known soonest.
    let ordered = left.sorted { blankNodes($0).count < blankNodes($1).count }
    return Self(left: ordered, right: right).extends([:], from: 0)
  }

  /// Whether the triples from an index on can be matched beyond the renaming so far.
  private func extends(_ renaming: [Term: Term], from index: Int) -> Bool {
    guard index < left.count else { return true }
    let triple = left[index]
    if Self.blankNodes(triple).allSatisfy({ renaming[$0] != nil }) {
      let renamed = Triple(
        renaming[triple.subject] ?? triple.subject, triple.predicate,
        renaming[triple.object] ?? triple.object)
      return right.contains(renamed) && extends(renaming, from: index + 1)
    }
    return right.contains { candidate in
      guard candidate.predicate == triple.predicate,
        let first = Self.extending(renaming, triple.subject, candidate.subject),
        let both = Self.extending(first, triple.object, candidate.object)
      else { return false }
      return extends(both, from: index + 1)
    }
  }

  private static func extending(_ renaming: [Term: Term], _ term: Term, _ partner: Term)
    -> [Term: Term]?
  {
    guard case .blankNode = term else { return term == partner ? renaming : nil }
    if let known = renaming[term] { return known == partner ? renaming : nil }
    guard case .blankNode = partner, !renaming.values.contains(partner) else { return nil }
    var renaming = renaming
    renaming[term] = partner
    return renaming
  }

  private static func blankNodes(_ triple: Triple) -> [Term] {
    [triple.subject, triple.object].filter {
      if case .blankNode = $0 { true } else { false }
    }
  }
}
