internal import KGLexicon
internal import KGText

/// Prepares blocks for the outline: drops footers, and splits blocks that contain a section of
/// their own.
extension Outline {
  /// A footer of pages: copyright, theme, date of the last change.
  static func isFooter(_ span: Span) -> Bool {
    guard span.count <= 200, let first = span.folded.first,
      first.isOne(of: "c©(pltbdwh最版")
    else { return false }
    return [
      "copyright ", "© ", "©", "(c) 20", "powered by", "last updated",
      "last modified",
      "last update", "built with", "design by", "designed by", "template by", "template from",
      "website template", "theme by", "this page was", "page generated", "hosted by github",
      "最后更新", "版权所有",
    ].contains(where: span.hasPrefix)
  }

  /// A row whose first cell names a section (主要经历 | …) becomes a section of its own.
  static func splittingLabel(_ block: Block) -> [Block] {
    if block.kind == .paragraph { return splittingBoldLabel(block) }
    guard block.kind == .tableRow, let tab = block.span.first(of: "\t") else { return [block] }
    let label = block.span.to(tab.lowerBound).trimming(": \n")
    let rest = block.span.from(tab.upperBound).trimmed
    guard label.count <= 12, label.lines.count == 1, rest.lines.count > 1 || rest.count > 40 else {
      return [block]
    }
    return section(labelled: label, rest, of: block)
  }

  private static func section(labelled label: Span, _ rest: Span, of block: Block) -> [Block] {
    guard !rest.isEmpty, SectionTitle.coverage(of: label) > 0.8 || SectionTitle.isHanTitle(label),
      SectionTitle.kinds(of: label).contains(where: { sectionsInRows.contains($0) })
    else { return [block] }
    return [
      Block(.heading(level: 6), block.text.part(label.range)),
      Block(.paragraph, block.text.part(rest.range)),
    ]
  }

  /// A paragraph that begins with the name of a section in bold (**教育经历：**2010–2014 …) becomes a
  /// section of its own.
  private static func splittingBoldLabel(_ block: Block) -> [Block] {
    guard let bold = block.span.strongRuns.first, bold.lower == block.span.lower,
      let colon = block.span.range.first(where: { block.text.folded[$0] == ":" }),
      (bold.upper - 1...bold.upper + 1).contains(colon)
    else { return [block] }
    let label = block.span.to(colon).trimmed
    let rest = block.span.from(colon + 1).trimming(": ")
    return label.count <= 24 ? section(labelled: label, rest, of: block) : [block]
  }

  /// A row whose cells are separate entries, each with several lines and dates, as under a row of
  /// logos.
  static func splittingCells(_ block: Block) -> [Block] {
    guard block.kind == .tableRow else { return [block] }
    let cells = block.span.split(at: "\t")
    guard cells.count >= 2,
      cells.allSatisfy({ $0.lines.count >= 2 && DateParser.firstInterval(in: $0) != nil })
    else { return [block] }
    return cells.map { Block(.paragraph, block.text.part($0.range)) }
  }

  private static let sectionsInRows: Set<SectionKind> = [
    .education, .experience, .career, .publications, .patents, .awards, .projects, .about,
  ]

  /// A paragraph, split at the lines whose words are those of a heading.
  static func splittingAtHeadings(_ block: Block) -> [Block] {
    let lines = block.span.lines
    guard block.kind != .rule, lines.count > 1 else { return [block] }
    let headings = lines.filter {
      $0.count <= 30 && !SectionTitle.kinds(of: $0).isEmpty
        && SectionTitle.coverage(of: SectionTitle.withoutOrdinal($0)) > 0.8
    }
    return split(block, at: headings) { _ in .paragraph }
  }

  /// A block, split before and after some of its lines. What stands above the first of them keeps its kind.
  ///
  /// - Parameter kind: That of the others: of the given lines (`true`) and of the text below them.
  static func split(
    _ block: Block, at lines: [Span], kind: (_ isGiven: Bool) -> Block.Kind
  ) -> [Block] {
    guard !lines.isEmpty else { return [block] }
    var parts: [(kind: Block.Kind, range: Range<Int>)] = []
    var start = block.span.lower
    for line in lines {
      parts.append((start == block.span.lower ? block.kind : kind(false), start..<line.lower))
      parts.append((kind(true), line.range))
      start = line.upper
    }
    parts.append((kind(false), start..<block.span.upper))
    return parts.map { Block($0.kind, block.text.part($0.range)) }.filter { !$0.span.isEmpty }
  }
}
