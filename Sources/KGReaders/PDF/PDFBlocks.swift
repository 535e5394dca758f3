internal import KGLexicon
internal import KGModel
internal import KGText

/// Joins lines to headings, paragraphs, list items and rows by their positions and fonts.
struct PDFBlocks {
  private(set) var blocks: [Block] = []
  private var builder = BlockBuilder()
  /// The size of the letters of the text.
  private let body: Double
  private let sectionStyles: Set<Style>
  private let words: DividedWords
  private var nameSize: Double
  private var isJustified = false
  /// The left edge of the bullet or number of the open list item; `nil` outside of items.
  private var itemLeft: Double?

  /// The type of a line.
  private struct Style: Hashable {
    let size: Int
    let isBold: Bool
    let isCapital: Bool

    init(_ line: PlacedLine) {
      size = Int(line.line.size.rounded())
      isBold = line.line.isBold
      let letters = line.characters.map(\.scalar).filter(\.isLetter)
      isCapital = letters.count > 2 && letters.allSatisfy { $0.isUpper }
    }
  }

  init(_ flows: [[PlacedLine]]) {
    let lines = flows.flatMap { $0 }
    body = Self.bodySize(lines)
    sectionStyles = Self.sectionStyles(lines, body: body)
    words = DividedWords(lines.lazy.map(\.text))
    nameSize = lines.prefix(8).map(\.line.size).max() ?? 0
    for flow in flows { read(flow) }
    closeMarks()
    builder.end()
    blocks = builder.blocks
  }

  // MARK: Properties of the document

  private static func bodySize(_ lines: [PlacedLine]) -> Double {
    var counts: [Double: Int] = [:]
    for line in lines { counts[line.line.size, default: 0] += line.characters.count }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 10
  }

  /// The styles of section headings: those of lines that are known titles in large type or capitals.
  private static func sectionStyles(_ lines: [PlacedLine], body: Double) -> Set<Style> {
    var titles: [Style: Set<String>] = [:]
    for line in lines where isSectionTitle(line, coverage: 0.8) {
      let style = Style(line)
      // Bold type of the text's size is also used for titles of entries; it does not suffice.
      if line.line.size > body * 1.06 || style.isCapital {
        titles[style, default: []].insert(line.text)
      }
    }
    return Set(titles.filter { $0.value.count > 1 }.keys)
  }

  private static func isSectionTitle(_ line: PlacedLine, coverage: Double = 0.5) -> Bool {
    guard line.characters.count <= 60, !line.line.hasTab else { return false }
    let span = SourceText(plain: line.text).whole.trimmed
    return !SectionTitle.kinds(of: span).isEmpty && SectionTitle.coverage(of: span) > coverage
  }

  // MARK: Lines

  /// How a line follows the previous one.
  private enum LineJoin { case newBlock, newLine, wrapped }

  private mutating func read(_ flow: [PlacedLine]) {
    let lines = flow.filter { $0.first != nil }
    let right = Self.edge(lines)
    isJustified = Self.isJustified(lines, right: right)
    let spacing = Self.usualSpacing(lines)
    var previous: PlacedLine?
    for line in lines {
      if let level = headingLevel(line) {
        let joins = previous.map { headingLevel($0) == level && isNear($0, line, spacing) } ?? false
        if !joins || builder.isEmpty {
          beginBlock(.heading(level: level))
        } else {
          builder.append(" ", for: line.characters[0].offset..<line.characters[0].offset)
        }
        append(line.characters)
        previous = line
        continue
      }
      switch lineJoin(previous, line, right: right, spacing: spacing) {
      case .newBlock: begin(line, in: lines)
      case .newLine:
        builder.append("\n", for: line.characters[0].offset..<line.characters[0].offset)
        append(line.characters)
      case .wrapped: wrap(line)
      }
      previous = line
    }
    closeMarks()
    builder.end()
  }

  private func isNear(_ previous: PlacedLine, _ line: PlacedLine, _ spacing: Double) -> Bool {
    previous.page == line.page
      && line.line.top - previous.line.bottom < spacing + line.line.size * 0.5
  }

  private mutating func begin(_ line: PlacedLine, in lines: [PlacedLine]) {
    itemLeft = markerLength(line) == nil ? nil : line.line.left
    guard let length = markerLength(line) else {
      beginBlock(.paragraph)
      return append(line.characters)
    }
    let left = line.line.left
    let outer = lines.filter { markerLength($0) != nil }.map(\.line.left).min() ?? left
    let depth = left > outer + body * 1.2 ? 2 : 1
    beginBlock(
      .listItem(depth: depth, ordered: line.first?.isDigit ?? false || line.first == "["))
    append(Array(line.characters.dropFirst(length)))
  }

  private mutating func wrap(_ line: PlacedLine) {
    let characters = Array(line.characters.drop { $0.scalar.isBlank })
    guard let first = characters.first else { return }
    switch builder.lastScalar {
    case "-", "‐":
      if words.areJoined(builder.lastWord, line.text) == true { builder.removeLast() }
    case let last? where last.isHan && first.scalar.isHan: break
    case let last? where !last.isBlank:
      builder.append(" ", for: first.offset..<first.offset)
    default: break
    }
    append(characters)
  }

  /// The open marks, which stay open over the lines of a block: a title may continue in the next line.
  private var open: (bold: Bool, italic: Bool, link: String?) = (false, false, nil)

  private mutating func append(_ characters: [PlacedLine.Character]) {
    for character in characters {
      if !character.scalar.isBlank {
        if character.isBold != open.bold {
          if open.bold { builder.close { $0 == .strong } } else { builder.open(.strong) }
          open.bold = character.isBold
        }
        if character.isItalic != open.italic {
          if open.italic { builder.close { $0 == .emphasis } } else { builder.open(.emphasis) }
          open.italic = character.isItalic
        }
      }
      if character.link != open.link, !character.scalar.isBlank {
        if open.link != nil { builder.close(\.isLink) }
        if let link = character.link { builder.open(.link(link)) }
        open.link = character.link
      }
      builder.append(String(character.scalar), at: character.offset)
    }
  }

  private mutating func beginBlock(_ kind: Block.Kind) {
    closeMarks()
    builder.begin(kind)
  }

  private mutating func closeMarks() {
    if open.link != nil { builder.close(\.isLink) }
    if open.italic { builder.close { $0 == .emphasis } }
    if open.bold { builder.close { $0 == .strong } }
    open = (false, false, nil)
  }

  private func markerLength(_ line: PlacedLine) -> Int? {
    ListMarker.length(in: line.text[...].unicodeScalars)
  }

  // MARK: Positions

  /// The right edge of the text: most lines that wrap end near it.
  private static func edge(_ lines: [PlacedLine]) -> Double {
    let rights = lines.map(\.line.right).sorted()
    return rights.isEmpty ? 0 : rights[min(rights.count - 1, rights.count * 97 / 100)]
  }

  /// Whether lines that wrap end at the edge, all at the same place.
  private static func isJustified(_ lines: [PlacedLine], right: Double) -> Bool {
    let long = lines.filter { !$0.line.hasTab && $0.line.right > right * 0.85 }
    return long.count > 5
      && long.filter { abs($0.line.right - right) < 3 }.count * 10 >= long.count * 6
  }

  private static func usualSpacing(_ lines: [PlacedLine]) -> Double {
    let gaps = zip(lines, lines.dropFirst()).filter { $0.page == $1.page }
      .map { $1.line.top - $0.line.bottom }.filter { $0 > -20 && $0 < 60 }.sorted()
    return gaps.isEmpty ? 4 : gaps[gaps.count * 2 / 5]
  }

  private func lineJoin(
    _ previous: PlacedLine?, _ line: PlacedLine, right: Double, spacing: Double
  ) -> LineJoin {
    guard let previous, headingLevel(previous) == nil, !builder.isEmpty else { return .newBlock }
    if markerLength(line) != nil { return .newBlock }
    let isNewPage = previous.page != line.page
    let gap = line.line.top - previous.line.bottom
    if !isNewPage, gap > spacing + body * 0.55 || gap < -body * 3 { return .newBlock }
    if wraps(previous, line, right: right) { return .wrapped }
    // A line that begins below the bullet of an item, or to its left, is not part of the item.
    if let itemLeft, line.line.left < itemLeft + 2 { return .newBlock }
    // A bold line to the left of the text before it is the title of a new entry.
    if line.line.isBold, !previous.line.isBold, line.line.left < previous.line.left - 5 {
      return .newBlock
    }
    return isNewPage ? .newBlock : .newLine
  }

  /// Whether the previous line continues in this one because it was full: the first word of this line
  /// would not have fitted there.
  private func wraps(_ previous: PlacedLine, _ line: PlacedLine, right: Double) -> Bool {
    let size = max(line.line.size, 8)
    if previous.last == "-" || previous.last == "‐", line.first?.isLetter == true,
      line.first?.isUpper == false, previous.line.right > right - size * 3
    {
      return true
    }
    guard previous.line.right + line.firstWordWidth + size * 0.3 > right - size * 0.4 else {
      return false
    }
    if isJustified, previous.line.right < right - 4, !previous.line.hasTab { return false }
    if Self.isWholeEntry(previous), Self.isWholeEntry(line) { return false }
    // A line with a date in a column of its own begins an entry.
    if line.line.hasTab, let cell = line.text.unicodeScalars.split(separator: "\t").last,
      DateParser.firstInterval(in: SourceText(plain: String(cell)).whole) != nil, cell.count < 30
    {
      return false
    }
    let lefts = previous.line.cellLefts
    guard let first = lefts.first, let last = lefts.last else { return false }
    if lefts.count > 1, markerLength(previous) == nil || lefts.count > 2 {
      // After a column of dates, text continues below itself; the last column must be text, not a date.
      return abs(line.line.left - last) < size * 1.5
        && previous.line.right - last > (right - first) * 0.4
    }
    return line.line.left < first + size * 4 && line.line.left > first - size * 4
      || abs(line.line.left - last) < size * 1.5
  }

  /// Whether a line is a whole entry: it has a year, begins like a sentence and ends with a full stop. Of
  /// two such lines the second is another entry, even when the first reaches the edge.
  private static func isWholeEntry(_ line: PlacedLine) -> Bool {
    guard line.last == "." || line.last == "。", let first = line.first,
      first.isHan || first.isUpper || first == "“" || first == "\""
    else { return false }
    let span = SourceText(plain: line.text).whole.trimmed
    return Sentences.endsSentence(span, at: span.upper - 1)
      && !DateParser.years(in: span).isEmpty
  }

  // MARK: Headings

  private func headingLevel(_ line: PlacedLine) -> Int? {
    guard line.characters.count <= 80, !line.line.hasTab, markerLength(line) == nil,
      line.characters.contains(where: { $0.scalar.isLetter })
    else { return nil }
    let style = Style(line)
    if sectionStyles.contains(style) { return 2 }
    if line.page == 0, line.line.size == nameSize, nameSize > body * 1.25 { return 1 }
    if Self.isSectionTitle(line), style.isBold || style.isCapital { return 3 }
    return nil
  }
}
