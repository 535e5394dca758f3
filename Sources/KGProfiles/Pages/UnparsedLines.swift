internal import KGLexicon
internal import KGText

/// Finds the lines in sections about posts, degrees, papers, patents, awards and projects that look like facts and of
/// which nothing was read.
struct UnparsedLines {
  /// The first byte of everything that was read.
  private let read: Set<Int>

  /// - Parameter record: What was read, before what is told twice was put together, and what is known not to be
  ///   understood.
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
    read = Set(spans.map(\.byteRange.lowerBound))
  }

  /// The lines of a part that look like facts of its kind.
  func unparsedLines(in part: Outline.Part) -> [UnparsedLine] {
    guard let kind = part.kinds.first(where: { Self.names[$0] != nil }), let name = Self.names[kind]
    else { return [] }
    let reason = "not understood, in a section about \(name)"
    let hasDescriptions = Self.sectionsWithDescriptions.contains(kind)
    // What stands below an entry tells more of it.
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

  /// A venue beside its paper, or a badge, has no title.
  private static func isPartOfPaper(_ span: Span, isBelowRead: Bool) -> Bool {
    span.wordCount <= 6 || isBelowRead && VenueMention(span).isCertain
  }

  /// Sections whose entries are followed by what was done there.
  private static let sectionsWithDescriptions: Set<SectionKind> = [
    .education, .experience, .career, .projects,
  ]

  /// Sections each of whose lines is an entry; those of other entries belong together.
  private static let sectionsOfLines: Set<SectionKind> = [.patents, .awards]

  private static let names: [SectionKind: String] = [
    .education: "degrees", .experience: "posts", .career: "posts and degrees",
    .publications: "papers", .patents: "patents", .awards: "awards", .projects: "projects",
  ]

  /// Whether something that was read begins in a stretch; the characters of a text that commands print may come from
  /// anywhere in the source.
  private func isRead(_ span: Span) -> Bool {
    span.range.contains { read.contains(span.text.byte(of: $0)) }
  }

  /// Facts have a date at one of their ends; a year within a sentence is part of a story.
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
