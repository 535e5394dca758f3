internal import KGModel
internal import KGText

/// Joins two dates above one another in a column of their own, start and end, to one interval: the
/// second is moved up to the first.
enum StackedDates {
  /// The lines with such dates joined; lines that become empty are left out.
  static func joined(_ lines: [PlacedLine]) -> [PlacedLine] {
    var lines = lines
    for index in lines.indices.dropLast() {
      guard let (start, rest) = cut(lines[index]), let (end, below) = cut(lines[index + 1]),
        abs(lines[index].line.left - lines[index + 1].line.left) < 80,
        isInterval(from: start, to: end), !(isSetOff(rest) && isSetOff(below))
      else { continue }
      let dash = PlacedLine.Character(
        scalar: "–", offset: end[0].offset, isBold: false, isItalic: false, link: nil)
      lines[index].characters = start + [dash] + end + rest
      lines[index + 1].characters = Array(below.drop { $0.scalar.isBlank })
    }
    return lines.filter { !$0.characters.isEmpty }
  }

  /// The first cell of a line and the rest, which begins with a tab and is empty in a line of one cell;
  /// `nil` when the cell is too long for a date.
  private static func cut(
    _ line: PlacedLine
  ) -> (cell: [PlacedLine.Character], rest: [PlacedLine.Character])? {
    let cell = Array(line.characters.prefix { $0.scalar != "\t" })
    guard !cell.isEmpty, cell.count <= 24 else { return nil }
    return (cell, Array(line.characters.dropFirst(cell.count)))
  }

  private static func span(_ characters: [PlacedLine.Character]) -> Span {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: characters.map(\.scalar))
    return SourceText(plain: String(view)).whole.trimming("-–(),.")
  }

  private static func date(_ characters: [PlacedLine.Character]) -> PartialDate? {
    let span = span(characters)
    guard let found = DateParser.firstInterval(in: span), found.range == span.range,
      found.value.start == found.value.printedEnd
    else { return nil }
    return found.value.start
  }

  /// Whether two dates are an interval: a month and a later one, or a date and the present. Two years
  /// above one another belong to two entries.
  private static func isInterval(
    from start: [PlacedLine.Character], to end: [PlacedLine.Character]
  ) -> Bool {
    guard let first = date(start) else { return false }
    if DateParser.isPresent(span(end)) { return true }
    guard let last = date(end), let month = first.month, let lastMonth = last.month else {
      return false
    }
    return (last.year, lastMonth) > (first.year, month)
  }

  /// Whether the rest of a line begins in bold type, as the title of an entry does.
  private static func isSetOff(_ rest: [PlacedLine.Character]) -> Bool {
    rest.first { !$0.scalar.isBlank }?.isBold ?? false
  }
}
