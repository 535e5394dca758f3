internal import KGModel

/// The order of terms that ORDER BY gives (SPARQL 1.1, section 15.1), made total: unbound, blank nodes,
/// IRIs, literals; numbers by value, the rest by its text.
enum TermOrder {
  enum Order { case before, same, after }

  static func compare(_ left: Term?, _ right: Term?) -> Order {
    let ranks = (rank(left), rank(right))
    if ranks.0 != ranks.1 { return ranks.0 < ranks.1 ? .before : .after }
    guard let left, let right else { return .same }
    if let a = Numeric(left), let b = Numeric(right), a.value != b.value {
      return a.value < b.value ? .before : .after
    }
    let (a, b) = (key(left), key(right))
    return a == b ? .same : a.utf8.lexicographicallyPrecedes(b.utf8) ? .before : .after
  }

  private static func rank(_ term: Term?) -> Int {
    switch term {
    case nil: 0
    case .blankNode: 1
    case .iri: 2
    case .literal(let literal): Numeric(.literal(literal)) == nil ? 4 : 3
    }
  }

  private static func key(_ term: Term) -> String {
    switch term {
    case .iri(let iri): iri.value
    case .blankNode(let node): node.label
    case .literal(let literal):
      literal.lexicalForm + "\u{0}" + literal.datatype.value + "\u{0}" + (literal.languageTag ?? "")
    }
  }
}
