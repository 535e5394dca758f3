internal import KGModel
internal import KGLexicon
internal import KGText

/// A document split at its headings into parts, each with the topic of its section.
struct Outline {
  struct Part {
    /// `nil` for the text before the first heading.
    let heading: Span?
    /// The level of the heading, from 1; 0 before the first heading.
    let level: Int
    /// What the section is about, by its own heading or else the nearest one above that says so.
    let kinds: [SectionKind]
    /// Whether the heading is the title of a section and not of an entry in one.
    let isSectionHeading: Bool
    var blocks: [Block]
    /// The indices of blocks that belong to no entry, by what their lines are.
    var asides: Set<Int> = []
    /// The lines with what they are; of long parts the first.
    var lines: [LabelledLine] = []

    func isAbout(_ kind: SectionKind) -> Bool { kinds.contains(kind) }
    /// The heading, if it is the title of an entry; otherwise `nil`.
    var entryHeading: Span? { isSectionHeading ? nil : heading }

    /// The part without some of its blocks.
    func removingBlocks(where isRemoved: (Block) -> Bool) -> Part {
      var rest = self
      let kept = blocks.indices.filter { !isRemoved(blocks[$0]) }
      rest.blocks = kept.map { blocks[$0] }
      rest.asides = Set(kept.indices.filter { asides.contains(kept[$0]) })
      return rest
    }
  }

  private(set) var parts: [Part] = []

  /// An outline of parts that are known already.
  init(parts: [Part]) { self.parts = parts }

  init(_ document: Document) {
    let pageKinds = document.metadata["title"].map(SectionTitle.kinds(of:)) ?? []
    var open: [(level: Int, kinds: [SectionKind], isSection: Bool)] = [(0, pageKinds, false)]
    parts = [Part(heading: nil, level: 0, kinds: pageKinds, isSectionHeading: true, blocks: [])]
    let hasHeadings = document.blocks.contains {
      if case .heading = $0.kind { true } else { false }
    }
    let whole = document.blocks.filter { !Self.isFooter($0.span) }.flatMap(Self.splittingLabel)
      .flatMap(Self.splittingCells)
    // Where no marked heading names a known section, lines that do are above all headings.
    let hasSections = document.blocks.contains {
      if case .heading = $0.kind { !SectionTitle.kinds(of: $0.span).isEmpty } else { false }
    }
    let lineLevel = hasSections ? 7 : 1
    let sectionLevel = Self.sectionLevel(document.blocks)
    var leadsWithVenue = false
    let headingLines = hasHeadings ? nil : HeadingLines(whole)
    // In text without markup the size of the type shows some of the titles at best.
    let isTypeset = document.kind == .pdf || document.kind == .plainText
    let split =
      headingLines.map { whole.flatMap($0.split).flatMap(Self.splittingAtHeadings) }
      ?? (isTypeset ? whole.flatMap(Self.splittingAtTitles) : whole)
    let blocks = isTypeset ? split.flatMap(Self.splittingAtRows) : split
    for (index, block) in blocks.enumerated() {
      let found = Self.heading(
        block, hasHeadings: hasHeadings, isTypeset: isTypeset, lineLevel: lineLevel)
      guard let (level, span) = found else {
        parts[parts.count - 1].blocks.append(block)
        continue
      }
      let own = SectionTitle.kinds(of: span)
      let continues = own.isEmpty && Self.isDated(index, in: blocks)
      while let last = open.last, open.count > 1,
        last.level > level || last.level == level && !(continues && last.isSection)
      {
        open.removeLast()
      }
      // “Research” below “Experience” specifies the kind of experience.
      let isPart =
        own == [.interests] && open.last.map { $0.isSection && $0.level < level } ?? false
      let kinds = own.isEmpty || isPart ? open.last?.kinds ?? [] : own
      open.append((level, kinds, !own.isEmpty))
      // A date above the title of an entry belongs to that entry; so does a venue, where a venue
      // comes before the first title.
      var dates: [Block] = []
      if !own.isEmpty { leadsWithVenue = false }
      if own.isEmpty, let last = parts[parts.count - 1].blocks.last {
        if parts[parts.count - 1].isSectionHeading { leadsWithVenue = Self.isVenue(last.span) }
        let isDate = Self.isDate(last.span) && !Self.isOnlyDate(of: parts[parts.count - 1])
        if isDate || leadsWithVenue && Self.isVenue(last.span) {
          dates = [parts[parts.count - 1].blocks.removeLast()]
        }
      }
      parts.append(
        Part(
          heading: span.isEmpty ? nil : span, level: level, kinds: kinds,
          isSectionHeading: !own.isEmpty
            || !continues
              && (headingLines != nil && level == 1 || level > 1 && level == sectionLevel),
          blocks: dates))
    }
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
  private static func heading(
    _ block: Block, hasHeadings: Bool, isTypeset: Bool, lineLevel: Int
  ) -> (level: Int, span: Span)? {
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

  /// Whether a text is nothing but a date or an interval.
  private static func isDate(_ span: Span) -> Bool {
    guard span.count <= 40, let found = DateParser.firstInterval(in: span) else { return false }
    let rest = span.removing(found.range).map { $0.trimming("(),.") }
    return rest.allSatisfy { $0.isEmpty || $0.foldedString == "expected" }
  }

  /// Whether the date at the end of a part is the only one of its entry, and thus not that of the entry below.
  private static func isOnlyDate(of part: Part) -> Bool {
    guard let heading = part.entryHeading, DateParser.firstInterval(in: heading) == nil else {
      return false
    }
    return !part.blocks.dropLast().contains { isDate($0.span) }
  }

  /// Whether a text is nothing but a venue with its year: “RSS 2024”.
  private static func isVenue(_ span: Span) -> Bool {
    span.count <= 60 && !span.contains("\n") && VenueMention.isCertain(span)
      && VenueMention(span).year != nil
  }

  /// Whether an interval follows a heading. Such a heading is the title of an entry, even where a
  /// converter gave it the level of its section.
  private static func isDated(_ index: Int, in blocks: [Block]) -> Bool {
    guard index + 1 < blocks.count else { return false }
    let next = blocks[index + 1].span
    guard next.count <= 60, let found = DateParser.firstInterval(in: next) else { return false }
    return found.value.start != found.value.printedEnd
  }
}
