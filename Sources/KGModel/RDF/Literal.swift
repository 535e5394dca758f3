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
    hashText(lexicalForm, into: &hasher)
    hasher.combine(datatype)
  }
}
