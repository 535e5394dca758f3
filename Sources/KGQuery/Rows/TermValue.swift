public import Foundation
public import KGModel

/// A type whose values are those of terms.
public protocol TermValue {
  /// `nil` for a term that stands for nothing of the type.
  init?(_ term: Term)
}

extension Term: TermValue {
  public init?(_ term: Term) { self = term }
}

extension IRI: TermValue {
  public init?(_ term: Term) {
    guard let iri = term.iri else { return nil }
    self = iri
  }
}

extension String: TermValue {
  /// The text of an IRI, the lexical form of a literal; blank nodes have none.
  public init?(_ term: Term) {
    switch term {
    case .iri(let iri): self = iri.value
    case .literal(let literal): self = literal.lexicalForm
    case .blankNode: return nil
    }
  }
}

extension Int: TermValue {
  /// Of a whole number, or of a year without a time zone.
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
  /// Of a number of any type.
  public init?(_ term: Term) {
    guard let number = Numeric(term) else { return nil }
    self = number.double
  }
}

extension Decimal: TermValue {
  /// Of a number that is written in decimal.
  public init?(_ term: Term) {
    guard let number = Numeric(term)?.decimal else { return nil }
    self = number
  }
}

extension Bool: TermValue {
  /// Of `xsd:boolean`.
  public init?(_ term: Term) {
    guard term.literal?.datatype == XSD.boolean, let truth = Value.truth(term) else { return nil }
    self = truth
  }
}
