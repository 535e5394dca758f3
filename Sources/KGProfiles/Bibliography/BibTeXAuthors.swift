internal import KGLexicon
internal import KGModel
internal import KGText

/// The authors of an entry as they are printed, given name first.
struct BibTeXAuthors {
  private(set) var names: [Stated<String>] = []
  /// dblp's numbers of namesakes, by index in ``names``.
  private(set) var numbers: [Int: String] = [:]
  let isComplete: Bool

  init(_ list: BibTeXNameList) {
    isComplete = list.isComplete
    for name in list.names {
      let printed = Self.printed(name)
      guard printed.unicodeScalars.contains(where: \.isLetter) else { continue }
      if let number = name.number { numbers[names.count] = number.string }
      names.append(Stated(printed, Self.cleanSpan(of: name), rule: .bibtexAuthor))
    }
  }

  /// “First von Last Jr”, each part without footnote marks; East Asian names have the family name first, and
  /// no space.
  private static func printed(_ name: BibTeXName) -> String {
    let parts = [name.given, name.particle, name.family, name.suffix].compactMap { $0 }
    if parts.allSatisfy({ isEastAsian($0) }), name.suffix == nil {
      let ordered = name.isFamilyFirst ? [name.family, name.given] : [name.given, name.family]
      return ordered.compactMap { $0.map(clean)?.joinedCharacters }.joined()
    }
    return parts.map { clean($0).collapsed }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func clean(_ span: Span) -> Span { AuthorList.clean(span.trimming("~")) }

  /// The name without marks at its ends.
  private static func cleanSpan(of name: BibTeXName) -> Span {
    name.number == nil ? clean(name.span) : name.span
  }

  private static func isEastAsian(_ span: Span) -> Bool {
    let letters = span.scalars.filter(\.isLetter)
    return !letters.isEmpty && letters.allSatisfy(\.isEastAsian)
  }
}

extension BibTeXName {
  /// Whether the family name is written before the given name: “Last, First”.
  fileprivate var isFamilyFirst: Bool {
    guard let given, let family else { return false }
    return family.lower < given.lower
  }
}

extension Span {
  /// The characters without white space.
  fileprivate var joinedCharacters: String { collapsed.filter { $0 != " " } }
}

extension Unicode.Scalar {
  /// Whether names in this script are written without spaces, family name first: Han, kana, Hangul.
  fileprivate var isEastAsian: Bool {
    isHan || (0x3040...0x30FF).contains(value) || (0xAC00...0xD7AF).contains(value)
  }
}
