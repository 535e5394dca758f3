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
    let headings = OutlineHeadings(document)
    let pageKinds = document.metadata["title"].map(SectionTitle.kinds(of:)) ?? []
    var open: [(level: Int, kinds: [SectionKind], isSection: Bool)] = [(0, pageKinds, false)]
    parts = [Part(heading: nil, level: 0, kinds: pageKinds, isSectionHeading: true, blocks: [])]
    var leadsWithVenue = false
    for (index, block) in headings.blocks.enumerated() {
      guard let (level, span) = headings.heading(block) else {
        parts[parts.count - 1].blocks.append(block)
        continue
      }
      let own = SectionTitle.kinds(of: span)
      let continues = own.isEmpty && Self.isDated(index, in: headings.blocks)
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
      let dates = own.isEmpty ? takeDate(&leadsWithVenue) : []
      if !own.isEmpty { leadsWithVenue = false }
      parts.append(
        Part(
          heading: span.isEmpty ? nil : span, level: level, kinds: kinds,
          isSectionHeading: !own.isEmpty || !continues && headings.opensSection(level),
          blocks: dates))
    }
  }

  /// Takes the last block of the last part where it belongs to the entry whose title follows: a date, or a venue where a
  /// venue comes before the first title.
  private mutating func takeDate(_ leadsWithVenue: inout Bool) -> [Block] {
    guard let part = parts.last, let last = part.blocks.last else { return [] }
    if part.isSectionHeading { leadsWithVenue = Self.isVenue(last.span) }
    let isDate = Self.isDate(last.span) && !Self.isOnlyDate(of: part)
    guard isDate || leadsWithVenue && Self.isVenue(last.span) else { return [] }
    return [parts[parts.count - 1].blocks.removeLast()]
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
    return !found.value.isDate
  }
}
