internal import KGLexicon
internal import KGModel
internal import KGText

/// The headings of a text without markup: lines numbered in sequence, 一、…, 二、…, 三、… or “I. …”, “II.
/// …”, “III. …”, and below such lines “A. …”, “B. …”; where nothing is numbered, lines in capitals.
struct HeadingLines {
  private enum Style { case han, roman, letter }

  private struct Line {
    let span: Span
    let style: Style
    let number: Int
  }

  /// Levels of headings by their place.
  private var levels: [Place: Int] = [:]

  private struct Place: Hashable {
    let text: ObjectIdentifier
    let lower: Int

    init(_ span: Span) {
      text = ObjectIdentifier(span.text)
      lower = span.lower
    }
  }

  init(_ blocks: [Block]) {
    let lines = Array(
      blocks.lazy.filter { $0.kind == .paragraph || $0.kind == .tableRow }
        .flatMap(\.span.lines).compactMap(Self.line))
    for style in [Style.han, .roman] {
      let sequence = Self.sequence(of: lines.filter { $0.style == style })
      if sequence.count >= 3 { sequence.forEach { levels[Place($0.span)] = 1 } }
    }
    if levels.isEmpty {
      findCapitals(blocks)
      return
    }
    // Letters start again at A below each heading.
    var open: [Line] = []
    for line in lines {
      if levels[Place(line.span)] != nil {
        keep(open)
        open = []
      } else if line.style == .letter, line.number == open.count + 1 {
        open.append(line)
      }
    }
    keep(open)
  }

  /// Lines in capitals at the beginning of a paragraph, when at least three of them are known
  /// section titles.
  private mutating func findCapitals(_ blocks: [Block]) {
    let lines = blocks.filter { $0.kind == .paragraph || $0.kind == .tableRow }
      .map { $0.span.lines.prefix(2) }.filter { $0.first.map(Self.isInCapitals) ?? false }
    let known = lines.filter { !SectionTitle.kinds(of: $0[0]).isEmpty }
    guard known.count >= 3 else { return }
    for line in known + lines.filter({ !Self.isEmployer($0) }) { levels[Place(line[0])] = 1 }
  }

  /// “GOOGLE RESEARCH” above “Research Scientist, 2019 – 2022”.
  private static func isEmployer(_ lines: ArraySlice<Span>) -> Bool {
    guard let name = lines.first else { return false }
    return OrganizationAuthority.shared.match(name) != nil
      || OrganizationText.isInstitution(name) || OrganizationText.isUnit(name)
      || lines.dropFirst().first.map {
        Lexicon.shared.roles.contains($0) || Lexicon.shared.degrees.contains($0)
      } ?? false
  }

  private static func isInCapitals(_ whole: Span) -> Bool {
    let line = SectionTitle.withoutRemark(whole)
    guard line.count <= 40, !line.containsHan else { return false }
    let letters = line.range.filter { line.text.scalars[$0].isLetter }
    return letters.count >= 4 && letters.allSatisfy { line.text.scalars[$0].isUpper }
      && !line.folded.contains { $0.isDigit || $0.isOne(of: ",.;:\t") }
  }

  private mutating func keep(_ letters: [Line]) {
    if letters.count >= 2 { letters.forEach { levels[Place($0.span)] = 2 } }
  }

  /// The lines whose numbers count up from one.
  private static func sequence(of lines: [Line]) -> [Line] {
    lines.reduce(into: []) { if $1.number == $0.count + 1 { $0.append($1) } }
  }

  /// A block, split where a line in it is such a heading.
  func split(_ block: Block) -> [Block] {
    guard !levels.isEmpty, block.kind == .paragraph || block.kind == .tableRow else {
      return [block]
    }
    var parts: [Block] = []
    var start = block.span.lower
    for line in block.span.lines {
      guard let level = levels[Place(line)] else { continue }
      parts.append(Block(block.kind, block.text.part(start..<line.lower)))
      parts.append(Block(.heading(level: level), block.text.part(Self.title(line).range)))
      start = line.upper
    }
    guard !parts.isEmpty else { return [block] }
    parts.append(Block(block.kind, block.text.part(start..<block.span.upper)))
    return parts.filter { !$0.span.isEmpty }
  }

  /// The line without its number and without a remark in a separate column.
  private static func title(_ line: Span) -> Span {
    let bare = line.from(line.range.first { isEnd(of: $0, in: line) }.map { $0 + 1 } ?? line.lower)
      .trimmed
    let gap = bare.first(of: "\t") ?? bare.first(of: "   ")
    return gap.map { bare.to($0.lowerBound) } ?? bare
  }

  private static func isEnd(of index: Int, in line: Span) -> Bool {
    line.text.folded[index].isOne(of: ".,、")
  }

  private static func line(_ span: Span) -> Line? {
    guard span.count <= 200,
      let end = span.range.prefix(6).first(where: { isEnd(of: $0, in: span) }),
      end > span.lower, end + 1 < span.upper
    else { return nil }
    let mark = span.to(end)
    let title = title(span)
    guard (2...60).contains(title.count), !title.hasSuffix("."), !title.hasSuffix(";") else {
      return nil
    }
    if mark.folded.allSatisfy({ HanNumber.digits.contains($0) }),
      let number = HanNumber.value(of: mark.string)
    {
      return Line(span: span, style: .han, number: number)
    }
    // “A. Author, B. Author” is not a title.
    guard span.text.scalars[end + 1].isBlank, span.text.folded[end] == ".",
      !title.contains("."), mark.range.allSatisfy({ span.text.scalars[$0].isUpper })
    else { return nil }
    if let number = roman(mark.string) { return Line(span: span, style: .roman, number: number) }
    guard mark.count == 1, let letter = mark.folded.first, letter.isASCII else { return nil }
    return Line(span: span, style: .letter, number: Int(letter.value - 0x60))
  }

  /// “IX” is 9. Numbers above 20 are not read: a single “C” is more often the third letter than 100.
  private static func roman(_ text: String) -> Int? {
    let numbers = [
      "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV",
      "XVI", "XVII", "XVIII", "XIX", "XX",
    ]
    return numbers.firstIndex(of: text).map { $0 + 1 }
  }
}
