internal import KGText

/// The extended form of names of biblatex: `family=Quill, given=Ada, prefix=van, suffix=Jr.`
enum BibTeXExtendedName {
  /// - Parameters:
  ///   - parts: The words between commas.
  ///   - words: All of them.
  ///   - slice: The text of some words.
  /// - Returns: `nil` when the name is not in this form.
  static func read(
    _ parts: [ArraySlice<BibTeXNameToken>], _ words: ArraySlice<BibTeXNameToken>,
    _ slice: (ArraySlice<BibTeXNameToken>) -> Span
  ) -> BibTeXName? {
    guard words.count <= 40 else { return nil }
    let fields = parts.map { slice($0) }.map { part in (part, part.first(of: "=")) }
    guard fields.contains(where: { key($0)?.hasPrefix("family") == true || key($0) == "given" }),
      fields.allSatisfy({ $0.1 != nil })
    else { return nil }
    var name = BibTeXName(span: slice(words))
    for field in fields {
      guard let key = key(field), let equals = field.1 else { continue }
      let value = field.0.from(equals.upperBound).trimming("\"")
      switch key {
      case "family": name.family = value
      case "given": name.given = value
      case "prefix": name.particle = value
      case "suffix": name.suffix = value
      default: break
      }
    }
    return name.family == nil && name.given == nil ? nil : name
  }

  private static func key(_ field: (Span, Range<Int>?)) -> String? {
    field.1.map { field.0.to($0.lowerBound).trimming("\"").foldedString }
  }
}
