/// An entry of a bibliography with the places of its values.
package struct BibTeXEntry: Sendable {
  /// In small letters: `article`.
  package let type: String
  package let key: String
  /// Values by field in small letters, LaTeX made plain.
  package let fields: [String: Span]

  package init(type: String, key: String, fields: [String: Span]) {
    self.type = type
    self.key = key
    self.fields = fields
  }

  /// The entry as a part of a larger source.
  package func shifted(by distance: Int) -> BibTeXEntry {
    BibTeXEntry(type: type, key: key, fields: fields.mapValues { $0.shifted(by: distance) })
  }
}
