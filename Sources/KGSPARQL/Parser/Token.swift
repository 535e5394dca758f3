/// A token of SPARQL with its position.
struct Token: Hashable {
  enum Kind: Hashable {
    case iri(String)
    case prefixedName(prefix: String, local: String)
    case blankNode(String)
    case variable(String)
    case string(String)
    case languageTag(String)
    case integer(String)
    case decimal(String)
    case double(String)
    /// A keyword or a name of a function, as typed.
    case word(String)
    /// Punctuation and operators, such as `{`, `^^`, `&&`, and characters that SPARQL does not use.
    case sign(String)
    case end
  }

  let kind: Kind
  /// Counted from 1, columns in characters.
  let line: Int
  let column: Int
  /// In characters of the query, counted from 0.
  let start: Int
  let end: Int
  /// The first 40 characters as typed, for messages.
  let text: String
}
