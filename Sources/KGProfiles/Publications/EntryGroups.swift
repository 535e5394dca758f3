internal import KGLexicon
internal import KGModel
internal import KGText

/// Entries of a publication list whose title, authors and venue are in separate blocks, as on pages
/// with cards and boxes. The list of authors is found first; the title is above it, the venue below
/// it or above the title.
struct EntryGroups {
  struct Group {
    let paper: PaperRecord
  }

  /// The entries, by the index of the block with their authors.
  private(set) var byAuthors: [Int: Group] = [:]
  /// The indices of blocks that are parts of an entry or remarks on it.
  private(set) var consumed: Set<Int> = []

  init(_ part: Outline.Part) {
    let blocks = part.blocks
    let anchors = blocks.indices.filter { Self.isAuthors(blocks[$0]) }
    // A single list of authors may be a line of an entry in another layout.
    guard !anchors.isEmpty, part.entryHeading != nil || anchors.count > 1 else { return }
    var previousEnd = -1
    var venuesLead = false
    for (number, anchor) in anchors.enumerated() {
      let next = number + 1 < anchors.count ? anchors[number + 1] : blocks.count
      guard
        let list = AuthorList(Self.authorLine(of: blocks[anchor]), rule: .publicationAuthorLine)
      else { continue }
      var title = stride(from: anchor - 1, to: max(previousEnd, anchor - 4), by: -1).first {
        Self.isTitle(blocks[$0])
      }.map { ($0, blocks[$0].span) }
      if title == nil, number == 0, let heading = part.entryHeading { title = (-1, heading) }
      guard let (place, span) = title else { continue }
      let (dateless, columnYear) = Publications.withoutDateColumn(span)
      let (name, bracket) = PublicationEntry.splitTrailingVenue(
        Self.withoutBadge(dateless).trimming("\\. ,\n"))
      var paper = PaperRecord(
        title: Stated(name.collapsed.replacingBackslashes, name, rule: .publicationTitleBlock))
      paper.authors = list.names
      paper.isAuthorListComplete = list.isComplete
      if let venue = Self.venueLine(of: blocks[anchor]) { paper.set(VenueMention(venue)) }
      var used: Set<Int> = [anchor, place]
      if let bracket { paper.set(VenueMention(bracket)) }
      // The venue is below the authors, up to the next title, or above the title, where badges are;
      // the first entry decides for the page.
      let below = Array(anchor + 1..<max(anchor + 1, min(next, anchor + 3)))
      let above = place < 0 ? Array(0..<anchor) : [place - 1].filter { $0 >= 0 && $0 > previousEnd }
      if number == 0 { venuesLead = above.contains { Self.venue(blocks[$0])?.year != nil } }
      for index in venuesLead ? above + below : below + above {
        guard paper.venue == nil, let mention = Self.venue(blocks[index]) else { continue }
        paper.set(mention)
        used.insert(index)
      }
      paper.year = paper.year ?? columnYear
      byAuthors[anchor] = Group(paper: paper)
      consumed.formUnion(used)
      // Blocks between this entry and the title of the next one describe it.
      let end = number + 1 < anchors.count ? max(anchor, anchors[number + 1] - 4) : blocks.count - 1
      for index in anchor..<max(anchor, end) + 1
      where index < blocks.count && !Self.isEntry(blocks[index]) {
        consumed.insert(index)
      }
      previousEnd = anchor
    }
  }

  /// A linked title without the badge after it: “[A Study of Things](…) `Highlight`”.
  private static func withoutBadge(_ title: Span) -> Span {
    guard
      let run = (title.marked(\.isLink) + title.strongRuns).first(where: { $0.lower == title.lower }
      ),
      let badge = Lexicon.shared.presentations.match(
        in: title, at: title.from(run.upper).trimmed.lower),
      badge.range.upperBound == title.upper
    else { return title }
    return run
  }

  private static func bare(_ span: Span) -> Span {
    EntryMarker.removed(from: span).trimming("\\ |")
  }

  /// The names, which are alone in the block or above the venue.
  private static func authorLine(of block: Block) -> Span {
    bare(venueLine(of: block) == nil ? block.span : block.span.lines.first ?? block.span)
  }

  /// The line below the names, if it is a venue.
  private static func venueLine(of block: Block) -> Span? {
    let lines = block.span.lines
    guard (2...3).contains(lines.count) else { return nil }
    let mention = VenueMention(lines[1])
    return mention.isCertain || mention.year != nil && lines[1].wordCount <= 10 ? lines[1] : nil
  }

  /// Characters of two names that “and” joins.
  private static let longestPiece = 2 * PersonNameText.longest

  private static func isAuthors(_ block: Block) -> Bool {
    guard block.kind != .rule, block.span.count < 1500, beginsWithName(bare(block.span)),
      block.span.lines.dropLast().allSatisfy({ $0.hasSuffix(",") }) || venueLine(of: block) != nil,
      case let span = authorLine(of: block),
      // A piece that is longer than a name is the title after the names.
      span.split(at: ",;", nesting: true).allSatisfy({
        $0.count <= longestPiece
      }),
      EntryText.segments(of: span).count <= 2,
      let list = AuthorList(span)
    else { return false }
    return list.names.count > 1
  }

  /// Whether a name and a comma begin a text. A fast filter: most blocks begin otherwise.
  private static func beginsWithName(_ span: Span) -> Bool {
    guard let comma = span.range.first(where: { span.text.folded[$0] == "," }),
      comma - span.lower <= longestPiece
    else { return false }
    return PersonNameText.isName(AuthorList.clean(span.to(comma)), isWhole: false)
  }

  private static func isTitle(_ block: Block) -> Bool {
    let span = block.span
    guard block.kind != .rule, !span.isEmpty, span.lines.count <= 2, span.count < 300 else {
      return false
    }
    if span.containsHan ? span.count < 6 : !span.hasMoreWords(than: 1) { return false }
    if !span.hasMoreWords(than: 5), VenueMention.isCertain(span) { return false }
    return AuthorList(span) == nil && !isLinks(span)
  }

  private static func isLinks(_ span: Span) -> Bool {
    let pieces = span.split(at: "[]()/|,·\n")
    return pieces.allSatisfy { piece in
      Lexicon.shared.badges.matches(in: piece).map(\.range.count).reduce(0, +) * 10 >= piece.count
        * 6
    }
  }

  private static func venue(_ block: Block) -> VenueMention? {
    guard block.kind != .rule, block.span.count < 220 else { return nil }
    let mention = VenueMention(block.span)
    return mention.isCertain || mention.status != nil && block.span.wordCount < 8 ? mention : nil
  }

  /// Whether a block is a complete entry by itself, between those that consist of several blocks.
  private static func isEntry(_ block: Block) -> Bool {
    let span = block.span
    guard block.isListItem || span.lines.count > 1, span.hasMoreWords(than: 8) else { return false }
    if block.isListItem, !DateParser.years(in: span).isEmpty { return true }
    return (PublicationEntry.byRules(span)?.authors.count ?? 0) > 1
  }
}

extension String {
  /// Without the backslashes that mark line ends in Markdown.
  fileprivate var replacingBackslashes: String {
    guard utf8.contains(UInt8(ascii: "\\")) else { return self }
    return split(separator: " ").filter { $0 != "\\" }.joined(separator: " ")
  }
}
