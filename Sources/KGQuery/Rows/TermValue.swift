public import Foundation
public import KGModel

/// A type whose values can be read from terms.
public protocol TermValue {
  /// `nil` when the term is not of the type.
  init?(_ term: Term)
}

extension Term: TermValue {
  /// Every term.
  public init?(_ term: Term) { self = term }
}

extension IRI: TermValue {
  /// `nil` for literals and blank nodes.
  public init?(_ term: Term) {
    guard let iri = term.iri else { return nil }
    self = iri
  }
}

extension String: TermValue {
  /// The text of an IRI or the lexical form of a literal; `nil` for a blank node.
  public init?(_ term: Term) {
    switch term {
    case .iri(let iri): self = iri.value
    case .literal(let literal): self = literal.lexicalForm
    case .blankNode: return nil
    }
  }
}

extension Int: TermValue {
  /// The value of an integer or of an `xsd:gYear` without a time zone; `nil` for other terms, and for integers
  /// that do not fit.
  public init?(_ term: Term) {
    if case .integer(let value)? = Numeric(term) {
      self = value
    } else if let literal = term.literal, literal.datatype == XSD.gYear {
      self.init(literal.lexicalForm)
    } else {
      return nil
    }
  }
}

extension Double: TermValue {
  /// The value of a number of any type; `nil` for other terms.
  public init?(_ term: Term) {
    guard let number = Numeric(term) else { return nil }
    self = number.double
  }
}

extension Decimal: TermValue {
  /// The value of a number of any type; `nil` for other terms, infinities and NaN.
  public init?(_ term: Term) {
    guard let number = Numeric(term)?.decimal else { return nil }
    self = number
  }
}

extension Bool: TermValue {
  /// The value of an `xsd:boolean`; `nil` for other terms.
  public init?(_ term: Term) {
    guard case .boolean(let value)? = term.literal.map(Value.init) else { return nil }
    self = value
  }
}
