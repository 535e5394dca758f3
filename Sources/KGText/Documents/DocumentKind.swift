/// The format that a document is written in.
package enum DocumentKind: String, Sendable {
  case markdown
  case html
  case plainText = "text"
  case latex
  case pdf
  /// JSON or YAML about a person.
  case data
  case bibtex
  /// The files of a site together.
  case site
  /// Emacs' org-mode.
  case org
  case reStructuredText = "rst"
  case jemdoc
  case typst
}
