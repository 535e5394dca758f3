internal import KGModel

/// What terms have in common, stored once: the namespace of IRIs, the datatype or language tag of
/// literals, the document of blank nodes. A term is a family and the text that is its lexical.
struct TermFamily {
  enum Kind: Int64 {
    case iri = 0
    case blankNode = 1
    /// Of a datatype.
    case literal = 2
    /// Of a language.
    case languageString = 3
  }

  let kind: Kind
  /// The namespace, datatype or tag; for blank nodes what goes before the label.
  let text: String

  /// The term of this family with a text of its lexical.
  func term(lexical: String) -> Term {
    switch kind {
    case .iri: .iri(text + lexical)
    case .blankNode: .blankNode(BlankNode(text + lexical))
    case .literal: .literal(Literal(lexical, datatype: IRI(text)))
    case .languageString: .literal(Literal(lexical, languageTag: text))
    }
  }

}

/// Families are one when their bytes are: for `String`, canonically equivalent texts are equal.
extension TermFamily: Hashable {
  static func == (left: TermFamily, right: TermFamily) -> Bool {
    left.kind == right.kind && left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    for byte in text.utf8 { hasher.combine(byte) }
  }
}
