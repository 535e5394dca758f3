internal import KGLexicon
internal import KGModel
internal import KGText

/// Patents whose titles are headings, each with its number below.
extension Patents {
  /// Words beside the number in its line: “US Patent”, “Patent No.”, a country and an office.
  static let mostLabelWords = 5

  /// Reads the patent that a heading names.
  ///
  /// - Returns: Whether it is one: a line below the heading holds a number and little else.
  mutating func read(heading: Span, below blocks: [Block]) -> Bool {
    let title = EntryMarker.removed(from: heading)
    for line in blocks.flatMap(\.span.lines) {
      guard let number = Self.anyNumber(in: line) else { continue }
      let label = line.removing(number.range).map(\.wordCount).reduce(0, +)
      guard label <= Self.mostLabelWords else { continue }
      append(title: title, number: number, yearsIn: line)
      return true
    }
    return false
  }
}
