/// An entry of a bibliography with the places of its values.
package struct BibTeXEntry: Sendable {
  /// In lower case: `article`.
  package let type: String
  /// The citation key; empty when the entry has none.
  package let key: String
  /// Values by field name in lower case, with their LaTeX as plain text.
  package let fields: [String: Span]

  package init(type: String, key: String, fields: [String: Span]) {
    self.type = type
    self.key = key
    self.fields = fields
  }

  /// The entry as part of a larger source in which `distance` bytes come before it.
  package func shifted(by distance: Int) -> BibTeXEntry {
    BibTeXEntry(type: type, key: key, fields: fields.mapValues { $0.shifted(by: distance) })
  }
}
