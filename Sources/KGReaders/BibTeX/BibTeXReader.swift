package import KGText

/// Reads bibliographies in BibTeX and biblatex: entries with the places of their fields.
package enum BibTeXReader {
  /// Calls the body for each entry in order, one at a time: a file may have a hundred thousand.
  ///
  /// - Parameters:
  ///   - base: The offset of the bytes in their source.
  ///   - fields: The fields to read; all when `nil`.
  /// - Returns: What was not read, or not as it is written, in order; empty when all was read.
  @discardableResult
  package static func forEach(
    of bytes: [UInt8], base: Int = 0, fields: Set<String>? = nil,
    _ visit: (BibTeXEntry) -> Void
  ) -> [BibTeXProblem] {
    let bytes = LineEnds.normalized(bytes)
    let inheritance = BibTeXInheritance(bytes)
    var decoder = BibTeXDecoder(bytes, base: base, fields: fields)
    var parser = BibTeXParser(bytes)
    while let entry = parser.next() {
      visit(
        decoder.decoded(
          inheritance.completed(entry, in: bytes),
          isCrossReferenced: inheritance.isCrossReferenced(entry)))
    }
    return parser.problems.map { problem in
      BibTeXProblem(span: decoder.verbatim(problem.range), reason: problem.reason)
    }
  }
}

/// Turns entries as they are written into entries with plain text.
private struct BibTeXDecoder {
  private let bytes: [UInt8]
  private let base: Int
  private let fields: Set<String>?
  /// The texts of macros and inherited fields, by their places: many entries have the same.
  private var shared: [Range<Int>: SourceText] = [:]

  init(_ bytes: [UInt8], base: Int, fields: Set<String>?) {
    self.bytes = bytes
    self.base = base
    self.fields = fields
  }

  mutating func decoded(_ entry: BibTeXRawEntry, isCrossReferenced: Bool) -> BibTeXEntry {
    var texts: [String: Span] = [:]
    var authors: BibTeXNameList?
    for (name, value) in entry.fields where fields?.contains(name) ?? true {
      if name == "author" {
        let (text, list) = names(value)
        authors = list
        texts[name] = text.whole.trimmed
      } else {
        let span = text(value, of: entry).whole.trimmed
        if !span.isEmpty { texts[name] = span }
      }
    }
    return BibTeXEntry(
      type: entry.type, key: entry.key, fields: texts, authors: authors,
      head: verbatim(entry.head), isCrossReferenced: isCrossReferenced)
  }

  /// The first line of a range as it is written.
  func verbatim(_ range: Range<Int>) -> Span {
    let line = bytes[range].prefix { $0 != UInt8(ascii: "\n") }
    var builder = SourceTextBuilder()
    builder.append(String(decoding: line, as: UTF8.self), at: range.lowerBound + base)
    return builder.build().whole
  }

  private mutating func text(_ value: BibTeXValue, of entry: BibTeXRawEntry) -> SourceText {
    guard let written = BibTeXValueBytes(value, in: bytes) else { return .empty(at: base) }
    let isShared = value.pieces.count == 1 && written.range.lowerBound < entry.head.lowerBound
    if isShared, let known = shared[written.range] { return known }
    let text = placed(written.text, in: written)
    if isShared { shared[written.range] = text }
    return text
  }

  private func names(_ value: BibTeXValue) -> (SourceText, BibTeXNameList) {
    guard let written = BibTeXValueBytes(value, in: bytes) else {
      return (.empty(at: base), BibTeXNameList())
    }
    let local = written.text
    let text = placed(local, in: written)
    return (text, BibTeXNameReader(written, local: local, text: text).list)
  }

  private func placed(_ text: SourceText, in written: BibTeXValueBytes) -> SourceText {
    let text = written.placed(text)
    return base > 0 ? text.shifted(by: base) : text
  }
}
