/// An RDF term: the name of a thing, a nameless thing, or a value (RDF 1.1 Concepts, section 3).
///
/// Terms are equal when they are the same characters: no case folding and no Unicode normalisation, so
/// a composed and a decomposed `é` are two terms, as RDF has it.
public enum Term: Hashable, Sendable {
  case iri(IRI)
  case blankNode(BlankNode)
  case literal(Literal)
}

extension Term {
  public static func iri(_ value: String) -> Term { .iri(IRI(value)) }

  public static func string(_ value: String) -> Term { .literal(Literal(value)) }

  /// `true` as the canonical `"true"^^xsd:boolean`.
  public static func boolean(_ value: Bool) -> Term {
    .literal(Literal(value ? "true" : "false", datatype: XSD.boolean))
  }

  public static func integer(_ value: Int) -> Term {
    .literal(Literal(String(value), datatype: XSD.integer))
  }

  /// A date as the XSD type of its precision.
  public static func date(_ date: PartialDate) -> Term {
    .literal(Literal(date.description, datatype: date.datatype))
  }

  public var iri: IRI? {
    if case .iri(let iri) = self { iri } else { nil }
  }

  public var literal: Literal? {
    if case .literal(let literal) = self { literal } else { nil }
  }

  public var isLiteral: Bool { literal != nil }
}
