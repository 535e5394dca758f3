/// An entry as it is written, before inheritance and LaTeX are interpreted.
struct BibTeXRawEntry {
  /// In lower case.
  let type: String
  let key: String
  /// The bytes from `@` to the end of the key.
  let head: Range<Int>
  /// In the order of the source, names in lower case, each name once.
  var fields: [(name: String, value: BibTeXValue)] = []

  func value(of name: String) -> BibTeXValue? { fields.first { $0.name == name }?.value }

  /// Adds a field; of two with one name, BibTeX uses the first.
  mutating func add(_ name: String, _ value: BibTeXValue) {
    if !value.isEmpty, self.value(of: name) == nil { fields.append((name, value)) }
  }
}
