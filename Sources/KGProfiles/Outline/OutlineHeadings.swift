internal import KGLexicon
internal import KGText

/// What shows the headings of a document: markup, or the words of lines.
struct OutlineHeadings {
  /// The blocks of the document, divided where a line in one is a heading or a row of a table.
  let blocks: [Block]
  private let hasHeadings: Bool
  /// Whether the document has no markup: the size of the type shows some of the titles at best.
  private let isTypeset: Bool
  /// Whether lines in capitals, or numbered ones, are headings.
  private let hasHeadingLines: Bool
  /// The level of lines that are headings by their words.
  private let lineLevel: Int
  /// The level of the headings of sections; see ``opensSection(_:)``.
  private let sectionLevel: Int?

  init(_ document: Document) {
    hasHeadings = document.blocks.contains(where: \.isHeading)
    isTypeset = document.kind == .pdf || document.kind == .plainText
    // Where no marked heading names a known section, lines that do are above all headings.
    let hasSections = document.blocks.contains {
      $0.isHeading && !SectionTitle.kinds(of: $0.span).isEmpty
    }
    lineLevel = hasSections ? Self.levelBelowHeadings : 1
    sectionLevel = Self.sectionLevel(document.blocks)
    let whole = document.blocks.filter { !Outline.isFooter($0.span) }
      .flatMap(Outline.splittingLabel).flatMap(Outline.splittingCells)
    let headingLines = hasHeadings ? nil : HeadingLines(whole)
    hasHeadingLines = headingLines != nil
    let divided =
      headingLines.map { whole.flatMap($0.split).flatMap(Outline.splittingAtHeadings) }
      ?? (isTypeset ? whole.flatMap(Outline.splittingAtTitles) : whole)
    blocks = isTypeset ? divided.flatMap(Outline.splittingAtRows) : divided
  }

  /// Markup has six levels.
  private static let levelBelowHeadings = 7

  /// Whether a heading of this level opens a section, also when it names no known one.
  func opensSection(_ level: Int) -> Bool {
    hasHeadingLines && level == 1 || level > 1 && level == sectionLevel
  }

  /// The level of most headings that name a known section; other headings of that level open
  /// sections, too. `nil` when there are fewer than three.
  private static func sectionLevel(_ blocks: [Block]) -> Int? {
    var counts: [Int: Int] = [:]
    for block in blocks {
      if case .heading(let level) = block.kind, !SectionTitle.kinds(of: block.span).isEmpty {
        counts[level, default: 0] += 1
      }
    }
    return counts.filter { $0.value > 2 }.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }

  /// A heading, or a line with the words of one: text from a PDF has no other sign.
  ///
  /// - Returns: Its level and its text; `nil` for any other block.
  func heading(_ block: Block) -> (level: Int, span: Span)? {
    if case .heading(let level) = block.kind { return (level, block.span) }
    let span = SectionTitle.withoutRemark(SectionTitle.withoutOrdinal(block.span.trimming(": ")))
    guard span.count <= 30,
      !SectionTitle.kinds(of: span).isEmpty,
      !span.folded.contains(where: { $0.isOne(of: "\n\t,.:;|") })
    else { return nil }
    if !hasHeadings { return block.isListItem ? nil : (2, span) }
    let isStrong = span.strongRuns.contains { $0.count >= span.count - 1 }
    let isAlone =
      (SectionTitle.coverage(of: span) > 0.95 || isTypeset && SectionTitle.isTitleLine(span))
      && span.marked(\.isLink).isEmpty
    // An item of a list is a heading only if it looks like one: lists of topics have items such as “Research”.
    if isAlone, isStrong || !block.isListItem { return (lineLevel, span) }
    if block.isListItem { return nil }
    // “Project | Code” below a paper are links.
    let isLinks = span.marked(\.isLink).map(\.count).reduce(0, +) * 2 > span.count
    return isStrong && !isLinks ? (lineLevel, span) : nil
  }
}

extension Block {
  fileprivate var isHeading: Bool {
    if case .heading = kind { true } else { false }
  }
}
