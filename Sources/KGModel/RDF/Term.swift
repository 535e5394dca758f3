/// An RDF term: the name of a thing, a nameless thing, or a value (RDF 1.1 Concepts, section 3).
///
/// Terms are equal when they are the same characters: no case folding and no Unicode normalisation, so
/// a composed and a decomposed `é` are two terms, as RDF has it.
public enum Term: Hashable, Sendable {
  case iri(IRI)
  case blankNode(BlankNode)
  case literal(Literal)
}

/// An IRI, kept as written; nothing is resolved or normalised.
public struct IRI: Sendable {
  public let value: String

  public init(_ value: String) {
    self.value = value
  }
}

extension IRI: Hashable, Comparable {
  public static func == (left: IRI, right: IRI) -> Bool { isSameText(left.value, right.value) }

  /// The order of code points.
  public static func < (left: IRI, right: IRI) -> Bool {
    compareBytes(left.value, right.value) < 0
  }

  public func hash(into hasher: inout Hasher) { KGModel.hash(value, into: &hasher) }
}

/// A node without a name outside its document.
public struct BlankNode: Sendable {
  public let label: String

  public init(_ label: String) {
    self.label = label
  }
}

extension BlankNode: Hashable {
  public static func == (left: BlankNode, right: BlankNode) -> Bool {
    isSameText(left.label, right.label)
  }

  public func hash(into hasher: inout Hasher) { KGModel.hash(label, into: &hasher) }
}

/// A value: its lexical form as written, its datatype, and a language tag for `rdf:langString`.
public struct Literal: Sendable {
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

extension Literal: Hashable {
  public static func == (left: Literal, right: Literal) -> Bool {
    isSameText(left.lexicalForm, right.lexicalForm) && left.datatype == right.datatype
      && left.languageTag == right.languageTag
  }

  public func hash(into hasher: inout Hasher) {
    KGModel.hash(lexicalForm, into: &hasher)
    hasher.combine(datatype)
  }
}

fileprivate func hash(_ text: String, into hasher: inout Hasher) {
  var text = text
  text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
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
