/// A literal: its lexical form as written, its datatype, and a language tag for `rdf:langString`.
public struct Literal: Sendable {
  /// The text as written, such as `01` for an integer.
  public let lexicalForm: String
  /// `xsd:string` for a plain literal, `rdf:langString` for one with a language tag.
  public let datatype: IRI
  /// The tag as written, such as `zh-Hans`; `nil` unless the datatype is `rdf:langString`.
  public let languageTag: String?

  /// A typed literal; the lexical form is not checked against the datatype.
  public init(_ lexicalForm: String, datatype: IRI = XSD.string) {
    self.lexicalForm = lexicalForm
    self.datatype = datatype
    self.languageTag = nil
  }

  /// A language-tagged string.
  public init(_ lexicalForm: String, languageTag: String) {
    self.lexicalForm = lexicalForm
    self.datatype = RDF.langString
    self.languageTag = languageTag
  }
}

extension Literal: Hashable {
  /// Equality of terms, not of values: `"1"` and `"01"` of `xsd:integer` differ.
  public static func == (left: Literal, right: Literal) -> Bool {
    isSameText(left.lexicalForm, right.lexicalForm) && left.datatype == right.datatype
      && left.languageTag == right.languageTag
  }

  /// Hashes lexical form and datatype.
  public func hash(into hasher: inout Hasher) {
    hashText(lexicalForm, into: &hasher)
    hasher.combine(datatype)
  }
}
