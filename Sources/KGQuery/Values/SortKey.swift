internal import KGModel

/// A term prepared for many comparisons in the order of ORDER BY (SPARQL 1.1 Query Language, section 15.1), extended
/// to a total order: unbound, blank nodes, IRIs, literals by kind and then by value, literals of unknown value by
/// their lexical form.
final class SortKey {
  private let rank: Rank
  /// Decides between terms of one rank whose values have no order.
  private let text: String
  /// The value of an integer, which is compared most often; `nil` for other terms.
  let integer: Int?
  private let value: Value?
  private let literal: Literal?

  private enum Rank: Int {
    case unbound, blankNode, iri, number, boolean, moment, duration, string, languageString, unknown
  }

  init(_ term: Term?) {
    switch term {
    case nil: (rank, text, integer, value, literal) = (.unbound, "", nil, nil, nil)
    case .blankNode(let node):
      (rank, text, integer, value, literal) = (.blankNode, node.label, nil, nil, nil)
    case .iri(let iri): (rank, text, integer, value, literal) = (.iri, iri.value, nil, nil, nil)
    case .literal(let literal):
      let value = Value(literal)
      var integer: Int?
      switch value {
      case .number(let number):
        if case .integer(let known) = number { integer = known }
        rank = .number
      case .boolean: rank = .boolean
      case .moment: rank = .moment
      case .duration: rank = .duration
      case .string: rank = .string
      case .languageString: rank = .languageString
      case .unknown: rank = .unknown
      }
      (text, self.integer, self.value, self.literal) = (
        literal.lexicalForm, integer, value, literal
      )
    }
  }

  func compare(to other: SortKey) -> ValueOrder {
    if rank != other.rank { return ValueOrder(rank.rawValue, other.rank.rawValue) }
    switch rank {
    case .unbound: return .same
    case .blankNode, .iri, .string: return textOrder(text, other.text)
    default: break
    }
    if let integer, let right = other.integer, integer != right {
      return ValueOrder(integer, right)
    }
    if let value, let right = other.value {
      // Equal values with different lexical forms are equal here, so that the next condition decides.
      switch (value, right) {
      case (.number(let a), .number(let b)):
        return Numeric.compare(a, b) ?? ValueOrder(a.isNaN ? 0 : 1, b.isNaN ? 0 : 1)
      case (.moment(let a), .moment(let b)): return Moment.order(a, b)
      case (.duration(let a), .duration(let b)): return TimeSpan.order(a, b)
      default: if let order = Value.order(value, right) { return order }
      }
    }
    let texts = textOrder(text, other.text)
    guard texts == .same, let literal, let right = other.literal else { return texts }
    let types = textOrder(literal.datatype.value, right.datatype.value)
    guard types == .same else { return types }
    // The case of language tags does not count (RDF 1.1 Concepts, section 3.3).
    return textOrder(
      literal.languageTag?.lowercased() ?? "", right.languageTag?.lowercased() ?? "")
  }
}
