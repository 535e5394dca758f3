internal import KGLexicon
internal import KGModel
internal import KGText

/// Finds lines that look like facts but of which nothing was read, in sections about positions,
/// degrees, papers, patents, awards and projects.
struct UnparsedLines {
  /// The byte offsets at which the values that were read begin, in order.
  private let read: [Int]

  /// - Parameter record: Everything that was read, before repeated entries were merged, and the
  ///   lines already known to be unparsed.
  init(_ record: ProfileRecord) {
    var spans = record.unparsedLines.map(\.span)
    for affiliation in record.affiliations {
      spans +=
        [affiliation.organization.span] + affiliation.repeats + affiliation.advisers.map(\.span)
      spans += [affiliation.unit?.span, affiliation.role?.span, affiliation.interval?.span]
        .compactMap { $0 }
    }
    for entry in record.education {
      spans += [entry.organization.span] + entry.advisers.map(\.span)
      spans += [entry.unit, entry.degree, entry.field].compactMap { $0?.span }
      spans += [entry.interval?.span].compactMap { $0 }
    }
    for paper in record.papers {
      spans += [paper.title.span] + paper.repeats + paper.authors.prefix(1).map(\.span)
      spans += [paper.venue?.span, paper.year?.span].compactMap { $0 }
    }
    for patent in record.patents {
      spans += [patent.title.span] + [patent.number?.span, patent.year?.span].compactMap { $0 }
    }
    for award in record.awards {
      spans += [award.title.span] + [award.year?.span].compactMap { $0 }
    }
    spans += record.projects.map(\.name.span) + record.claims.map(\.count.span)
    read = spans.map(\.byteRange.lowerBound).sorted()
  }

  /// The unparsed lines of a part that look like facts of its kind; empty for other kinds of
  /// sections.
  func unparsedLines(in part: Outline.Part) -> [UnparsedLine] {
    guard let kind = part.kinds.first(where: { Self.names[$0] != nil }), let name = Self.names[kind]
    else { return [] }
    let reason = "not understood, in a section about \(name)"
    let hasDescriptions = Self.sectionsWithDescriptions.contains(kind)
    // Nested items below an entry that was read describe it.
    var depthOfEntry = hasDescriptions && part.entryHeading.map(isRead) == true ? -1 : Int.max
    var isBelowRead = false
    var found: [UnparsedLine] = []
    for block in part.blocks {
      if Self.sectionsOfLines.contains(kind) {
        found += block.span.lines.filter { !isRead($0) && Self.looksLikeFact($0, in: kind) }
          .map { UnparsedLine(span: $0, reason: reason) }
        continue
      }
      let depth = block.depth
      if isRead(block.span) {
        depthOfEntry = hasDescriptions || depth > 0 ? depth : .max
        isBelowRead = true
        continue
      }
      defer { isBelowRead = false }
      guard depth <= depthOfEntry else { continue }
      depthOfEntry = .max
      if kind == .publications, Self.isPartOfPaper(block.span, isBelowRead: isBelowRead) {
        continue
      }
      if let line = block.span.lines.first(where: { Self.looksLikeFact($0, in: kind) }) {
        found.append(UnparsedLine(span: line, reason: reason))
      }
    }
    return found
  }

  /// The first lines of positions and degrees, by the labels of the lines, of which nothing was read.
  ///
  /// - Parameter others: Lines that are reported already.
  func unreadEntries(in parts: [Outline.Part], besides others: [UnparsedLine]) -> [UnparsedLine] {
    let reported = ByteRanges(others.map(\.span.byteRange))
    return parts.flatMap { part -> [UnparsedLine] in
      let starts = part.lines.indices.filter { place in
        let line = part.lines[place]
        return line.label.isFirst && line.label.isCareer && line.line.place.block >= 0
      }
      return starts.enumerated().compactMap { number, start in
        let next = number + 1 < starts.count ? starts[number + 1] : part.lines.count
        let own = part.lines[start..<next].prefix { $0.label.isCareer }
        let span = part.lines[start].line.span
        guard span.count >= Self.minimumLength, span.count <= Self.maximumLength,
          !own.contains(where: { isRead($0.line.span) }), !reported.overlaps(span.byteRange)
        else { return nil }
        let kind = part.lines[start].label.kind == .degree ? "degree" : "position"
        return UnparsedLine(span: span, reason: "looks like a \(kind), not understood")
      }
    }
  }

  /// A badge, or a venue next to its paper, has no title.
  private static func isPartOfPaper(_ span: Span, isBelowRead: Bool) -> Bool {
    span.wordCount <= 6 || isBelowRead && VenueMention.isCertain(span)
  }

  /// Sections in which descriptions follow the entries.
  private static let sectionsWithDescriptions: Set<SectionKind> = [
    .education, .experience, .career, .projects,
  ]

  /// Sections in which each line is an entry; elsewhere the lines of a block belong together.
  private static let sectionsOfLines: Set<SectionKind> = [.patents, .awards]

  private static let names: [SectionKind: String] = [
    .education: "degrees", .experience: "positions", .career: "positions and degrees",
    .publications: "papers", .patents: "patents", .awards: "awards", .projects: "projects",
  ]

  /// Whether a value that was read begins in a span. All characters are checked: text that LaTeX
  /// commands print may come from anywhere in the source.
  private func isRead(_ span: Span) -> Bool {
    let bytes = span.byteRange
    let next = read.indices.partitioningIndex { read[$0] >= bytes.lowerBound }
    return next < read.count && read[next] < bytes.upperBound
  }

  /// Whether a line looks like a fact: it has a date at one end. A year within a sentence is part
  /// of a description.
  private static func looksLikeFact(_ line: Span, in kind: SectionKind) -> Bool {
    guard line.count >= minimumLength, line.count <= maximumLength else { return false }
    if sectionsWithDescriptions.contains(kind) { return Career.startsOrEndsWithDate(line) }
    return DateParser.years(in: line).contains { year in
      year.range.lowerBound - line.lower <= nearEnd || line.upper - year.range.upperBound <= nearEnd
    }
  }

  private static let minimumLength = 12  // characters
  private static let maximumLength = 600
  private static let nearEnd = 16
}

extension Block {
  /// How deep a list item is nested; 0 for other blocks.
  fileprivate var depth: Int {
    if case .listItem(let depth, _) = kind { depth } else { 0 }
  }
}
