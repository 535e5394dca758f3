internal import KGModel
internal import KGText

/// Joins dates in a narrow column of their own: a start above an end, and a date that is broken over lines.
/// What is below is moved up to the first line.
enum StackedDates {
  /// The lines with such dates joined; lines that become empty are left out.
  static func joined(_ lines: [PlacedLine]) -> [PlacedLine] {
    var lines = withWholeDates(lines)
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

  /// A broken date has at most this many lines.
  private static let maximumLineCount = 4

  /// Joins a date that is broken over lines, `October` above `2019 –` above `May 2021`: only all of its parts
  /// together are a date.
  private static func withWholeDates(_ lines: [PlacedLine]) -> [PlacedLine] {
    var lines = lines
    for index in lines.indices {
      guard let (first, rest) = cut(lines[index]), !rest.isEmpty, date(first) == nil,
        isPartOfDate(first)
      else { continue }
      var cell = first
      for next in lines.indices[(index + 1)...].prefix(maximumLineCount - 1) {
        guard let (part, _) = cut(lines[next]), lines[next].page == lines[index].page,
          abs(lines[index].line.left - lines[next].line.left) < 4, isPartOfDate(part)
        else { break }
        let space = PlacedLine.Character(
          scalar: " ", offset: part[0].offset, isBold: false, isItalic: false, link: nil)
        cell += [space] + part
        guard isWhole(cell) else { continue }
        lines[index].characters = cell + rest
        for joined in index + 1...next {
          guard let (_, below) = cut(lines[joined]) else { continue }
          lines[joined].characters = Array(below.drop { $0.scalar.isBlank })
        }
        break
      }
    }
    return lines.filter { !$0.characters.isEmpty }
  }

  /// Whether a cell has only what dates consist of: a name of a month, numbers, dashes.
  private static func isPartOfDate(_ cell: [PlacedLine.Character]) -> Bool {
    let words = span(cell).split { !$0.isLetter && !$0.isDigit }.filter { !$0.isEmpty }
    return !words.isEmpty
      && words.allSatisfy { word in
        word.scalars.allSatisfy(\.isDigit) || MonthNames.numbers[word.foldedString] != nil
          || DateParser.isPresent(word)
      }
  }

  /// Whether a cell is a date or a period as a whole, and does not end in a dash that another part follows.
  private static func isWhole(_ cell: [PlacedLine.Character]) -> Bool {
    guard let last = cell.last(where: { !$0.scalar.isBlank })?.scalar, !last.isOne(of: "-–—") else {
      return false
    }
    let span = span(cell)
    return DateParser.firstInterval(in: span)?.range == span.range
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
      found.value.isDate
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
