internal import KGModel

/// The order of terms that ORDER BY gives (SPARQL 1.1 Query Language, section 15.1), made total: unbound,
/// blank nodes, IRIs, literals; literals by kind, then by value, then as they are written.
enum TermOrder {
  static func compare(_ left: Term?, _ right: Term?) -> ValueOrder {
    SortKey(left).compare(to: SortKey(right))
  }
}

/// A term prepared for many comparisons.
struct SortKey {
  private let term: Term?
  private let rank: Int
  private let value: Value?

  init(_ term: Term?) {
    self.term = term
    switch term {
    case nil: (rank, value) = (0, nil)
    case .blankNode: (rank, value) = (1, nil)
    case .iri: (rank, value) = (2, nil)
    case .literal(let literal):
      let value = Value(literal)
      self.value = value
      rank =
        switch value {
        case .number: 3
        case .boolean: 4
        case .moment: 5
        case .duration: 6
        case .string: 7
        case .languageString: 8
        case .unknown: 9
        }
    }
  }

  func compare(to other: SortKey) -> ValueOrder {
    if rank != other.rank { return ValueOrder(rank, other.rank) }
    if let value, let right = other.value, let order = Value.order(value, right), order != .same {
      return order
    }
    guard let term, let right = other.term else { return .same }
    switch (term, right) {
    case (.iri(let a), .iri(let b)): return textOrder(a.value, b.value)
    case (.blankNode(let a), .blankNode(let b)): return textOrder(a.label, b.label)
    case (.literal(let a), .literal(let b)):
      let forms = textOrder(a.lexicalForm, b.lexicalForm)
      if forms != .same { return forms }
      let types = textOrder(a.datatype.value, b.datatype.value)
      return types == .same ? textOrder(a.languageTag ?? "", b.languageTag ?? "") : types
    default: return .same
    }
  }
}
