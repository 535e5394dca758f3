public import KGModel

/// Whether two tables of terms say the same, each row as often, whatever their blank nodes are called (RDF 1.1
/// Concepts, section 3.6). A graph is a table of three columns.
///
/// Tries one renaming after another, and gives a branch up as soon as a row without a partner shows. That
/// is fast enough for the small tables of a test suite.
public struct Isomorphism {
  private let left: [[Term?]]

  public static func holds(_ left: [[Term?]], _ right: [[Term?]]) -> Bool {
    guard left.count == right.count else { return false }
    // Rows that are ground first; then those whose nodes are known soonest.
    let ordered = left.sorted { blankNodeCount($0) < blankNodeCount($1) }
    return Self(left: ordered).extends([:], from: 0, right)
  }

  public static func holds(_ left: [Triple], _ right: [Triple]) -> Bool {
    let rows = { (triples: [Triple]) in
      Set(triples).map { [$0.subject, .iri($0.predicate), $0.object] as [Term?] }
    }
    return holds(rows(left), rows(right))
  }

  /// Whether the rows from an index on can be matched with the rest, beyond the renaming so far.
  private func extends(_ renaming: [Term: Term], from index: Int, _ rest: [[Term?]]) -> Bool {
    guard index < left.count else { return true }
    var tried: Set<[Term?]> = []
    return rest.indices.contains { place in
      guard tried.insert(rest[place]).inserted,
        let extended = Self.extending(renaming, left[index], rest[place])
      else { return false }
      var others = rest
      others.remove(at: place)
      return extends(extended, from: index + 1, others)
    }
  }

  private static func extending(
    _ renaming: [Term: Term], _ row: [Term?], _ partner: [Term?]
  ) -> [Term: Term]? {
    var renaming = renaming
    for (term, other) in zip(row, partner) {
      guard case .blankNode? = term, let term else {
        if term != other { return nil }
        continue
      }
      if let known = renaming[term] {
        if known != other { return nil }
        continue
      }
      guard case .blankNode? = other, let other, !renaming.values.contains(other) else {
        return nil
      }
      renaming[term] = other
    }
    return renaming
  }

  private static func blankNodeCount(_ row: [Term?]) -> Int {
    row.count { if case .blankNode? = $0 { true } else { false } }
  }
}
