/// An RDF term: an IRI, a blank node or a literal (RDF 1.1 Concepts, section 3).
///
/// Terms are equal when their characters are: there is no case folding and no Unicode normalization, so
/// a composed and a decomposed `é` are two terms, as RDF requires.
public enum Term: Hashable, Sendable {
  case iri(IRI)
  case blankNode(BlankNode)
  case literal(Literal)
}

extension Term {
  /// The IRI with this text.
  public static func iri(_ value: String) -> Term { .iri(IRI(value)) }

  /// An `xsd:string` literal.
  public static func string(_ value: String) -> Term { .literal(Literal(value)) }

  /// The canonical literal, such as `"true"^^xsd:boolean`.
  public static func boolean(_ value: Bool) -> Term {
    .literal(Literal(value ? "true" : "false", datatype: XSD.boolean))
  }

  /// The canonical literal, such as `"42"^^xsd:integer`.
  public static func integer(_ value: Int) -> Term {
    .literal(Literal(String(value), datatype: XSD.integer))
  }

  /// The literal of a date, with the XSD datatype of its precision.
  public static func date(_ date: PartialDate) -> Term {
    .literal(Literal(date.description, datatype: date.datatype))
  }

  /// `nil` for a blank node or a literal.
  public var iri: IRI? {
    if case .iri(let iri) = self { iri } else { nil }
  }

  /// `nil` for an IRI or a blank node.
  public var literal: Literal? {
    if case .literal(let literal) = self { literal } else { nil }
  }

  /// Whether this is a literal.
  public var isLiteral: Bool { literal != nil }
}
