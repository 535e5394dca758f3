/// An RDF term: the name of a thing, a nameless thing, or a value (RDF 1.1 Concepts, section 3).
public enum Term: Hashable, Sendable {
  case iri(IRI)
  case blankNode(BlankNode)
  case literal(Literal)
}

/// An IRI, kept as written; nothing is resolved or normalised.
public struct IRI: Hashable, Sendable, Comparable {
  public let value: String

  public init(_ value: String) {
    self.value = value
  }

  public static func < (left: IRI, right: IRI) -> Bool { left.value < right.value }
}

/// A node without a name outside its document.
public struct BlankNode: Hashable, Sendable {
  public let label: String

  public init(_ label: String) {
    self.label = label
  }
}

/// A value: its lexical form as written, its datatype, and a language tag for `rdf:langString`.
public struct Literal: Hashable, Sendable {
  public let lexicalForm: String
  public let datatype: IRI
  public let languageTag: String?

  public init(_ lexicalForm: String, datatype: IRI = XSD.string) {
    self.lexicalForm = lexicalForm
    self.datatype = datatype
    self.languageTag = nil
  }

  public init(_ lexicalForm: String, languageTag: String) {
    self.lexicalForm = lexicalForm
    self.datatype = RDF.langString
    self.languageTag = languageTag
  }
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
