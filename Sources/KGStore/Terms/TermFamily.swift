internal import KGModel

/// The part that terms have in common, stored once: the namespace of IRIs, the datatype or language tag of
/// literals, the document of blank nodes. A term is stored as its family and its *lexical part*, the rest of
/// its text.
struct TermFamily {
  enum Kind: Int64 {
    case iri = 0
    case blankNode = 1
    /// Literals of a datatype.
    case literal = 2
    /// Literals of a language.
    case languageString = 3
  }

  let kind: Kind
  /// The namespace, datatype or language tag; for blank nodes the mark of the document.
  let text: String

  /// The term with this family and lexical part.
  func term(lexical: String) -> Term {
    switch kind {
    case .iri: .iri(text + lexical)
    case .blankNode: .blankNode(BlankNode(text + lexical))
    case .literal: .literal(Literal(lexical, datatype: IRI(text)))
    case .languageString: .literal(Literal(lexical, languageTag: text))
    }
  }
}

// Families are equal when their bytes are. `==` of `String` would also accept canonically equivalent texts.
extension TermFamily: Hashable {
  static func == (left: TermFamily, right: TermFamily) -> Bool {
    left.kind == right.kind && left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    for byte in text.utf8 { hasher.combine(byte) }
  }
}
