/// An entry of a bibliography with the places of its values.
package struct BibTeXEntry: Sendable {
  /// In lower case: `article`.
  package let type: String
  /// The citation key; empty when the entry has none.
  package let key: String
  /// Values by field name in lower case, with their LaTeX as plain text; those that the entry
  /// inherits included.
  package let fields: [String: Span]
  /// The value of `author`; `nil` when the entry has none.
  package let authors: BibTeXNameList?
  /// The type and the key where the entry begins: `@article{key`.
  package let head: Span
  /// Whether other entries name this one with `crossref`: it is the volume that they are part of.
  package let isCrossReferenced: Bool

  package init(
    type: String, key: String, fields: [String: Span], authors: BibTeXNameList? = nil, head: Span,
    isCrossReferenced: Bool = false
  ) {
    self.type = type
    self.key = key
    self.fields = fields
    self.authors = authors
    self.head = head
    self.isCrossReferenced = isCrossReferenced
  }

  /// The entry as part of a larger source in which `distance` bytes come before it.
  package func shifted(by distance: Int) -> BibTeXEntry {
    BibTeXEntry(
      type: type, key: key, fields: fields.mapValues { $0.shifted(by: distance) },
      authors: authors?.shifted(by: distance), head: head.shifted(by: distance),
      isCrossReferenced: isCrossReferenced)
  }
}

/// A part of a bibliography that was not read, or not as it is written.
package struct BibTeXProblem: Sendable {
  package let span: Span
  /// As part of a sentence: “the entry is not closed”.
  package let reason: String

  package init(span: Span, reason: String) {
    self.span = span
    self.reason = reason
  }
}
