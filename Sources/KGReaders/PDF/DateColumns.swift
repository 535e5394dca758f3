internal import KGModel
internal import KGText

/// Columns of dates at the right edge: a date that stands close to the text of its line gets a column of its
/// own, and text that wraps below such a line is joined before its date.
enum DateColumns {
  /// The lines of a flow with their dates in a last cell.
  static func separated(_ lines: [PlacedLine]) -> [PlacedLine] {
    let edges = lines.filter { dateCell($0) != nil }.map(\.line.right)
    guard edges.count > 1 else { return lines }
    var lines = lines
    for index in lines.indices where dateCell(lines[index]) == nil {
      let right = lines[index].line.right
      guard edges.count(where: { abs($0 - right) < 3 }) > 1,
        let space = startOfDate(in: lines[index].characters)
      else { continue }
      let old = lines[index].characters[space]
      lines[index].characters[space] = PlacedLine.Character(
        scalar: "\t", offset: old.offset, isBold: false, isItalic: false, link: nil)
    }
    return withWrappedText(lines)
  }

  /// Joins lines that continue the text before a date: “University ⇥ 2019–2021” and “of Looms”.
  private static func withWrappedText(_ lines: [PlacedLine]) -> [PlacedLine] {
    var result: [PlacedLine] = []
    for line in lines {
      if let last = result.last, let date = dateCell(last), continues(last, line, date) {
        let text = last.characters[..<date.lowerBound]
        let space = PlacedLine.Character(
          scalar: " ", offset: line.characters.first?.offset ?? 0, isBold: false, isItalic: false,
          link: nil)
        result[result.count - 1].characters =
          Array(text) + [space] + line.characters + Array(last.characters[date])
      } else {
        result.append(line)
      }
    }
    return result
  }

  private static func continues(
    _ last: PlacedLine, _ line: PlacedLine, _ date: Range<Int>
  ) -> Bool {
    guard last.page == line.page, !line.line.hasTab, let first = line.first, first.isLetter,
      abs(line.line.left - last.line.left) < last.line.size * 2,
      line.line.top - last.line.bottom < last.line.size
    else { return false }
    let text = string(last.characters[..<date.lowerBound])
    let word = text.split { $0 == " " }.last.map { $0.lowercased() } ?? ""
    return !first.isUpper && !first.isHan
      || ["of", "the", "and", "for", "at", "in", "&"].contains(word)
  }

  /// The places of a tab and of a date after it that ends the line; `nil` when there is none.
  private static func dateCell(_ line: PlacedLine) -> Range<Int>? {
    guard let tab = line.characters.lastIndex(where: { $0.scalar == "\t" }), tab > 0,
      isDate(line.characters[(tab + 1)...])
    else { return nil }
    return tab..<line.characters.count
  }

  /// The space before a date that ends a line; `nil` when it does not end with one.
  private static func startOfDate(in characters: [PlacedLine.Character]) -> Int? {
    let spaces = characters.indices.suffix(30).filter { characters[$0].scalar == " " }
    return spaces.first { space in
      space > 0 && characters[..<space].contains { $0.scalar.isLetter }
        && isDate(characters[(space + 1)...])
    }
  }

  private static func isDate(_ characters: ArraySlice<PlacedLine.Character>) -> Bool {
    guard (4...30).contains(characters.count) else { return false }
    let span = SourceText(plain: string(characters)).whole.trimming("(),. ")
    guard let found = DateParser.firstInterval(in: span) else { return false }
    return found.range == span.range
  }

  private static func string(_ characters: ArraySlice<PlacedLine.Character>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: characters.map(\.scalar))
    return String(view)
  }
}
