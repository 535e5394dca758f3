internal import KGModel

/// Finds the lines in sections about posts, degrees, papers, patents, awards and projects that look like facts and of
/// which nothing was read.
struct UnreadLines {
  /// The first byte of everything that was read, in ascending order.
  private let read: [Int]

  /// - Parameter record: What was read, before what is told twice was put together, and what is known not to be
  ///   understood.
  init(_ record: ProfileRecord) {
    var spans = record.leftovers.map(\.span)
    for post in record.affiliations {
      spans += [post.organization.span] + post.repeats + post.advisers.map(\.span)
      spans += [post.unit?.span, post.role?.span, post.interval?.span].compactMap { $0 }
    }
    for study in record.education {
      spans += [study.organization.span] + study.advisers.map(\.span)
      spans += [study.unit, study.degree, study.field].compactMap { $0?.span }
      spans += [study.interval?.span].compactMap { $0 }
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

  /// The lines of a part that look like facts of its kind.
  func leftovers(in part: Outline.Part) -> [Leftover] {
    guard let kind = part.kinds.first(where: { Self.names[$0] != nil }), let name = Self.names[kind]
    else { return [] }
    let hasStories = Self.withStories.contains(kind)
    // What stands below an entry tells more of it.
    var depthOfEntry = hasStories && part.entryHeading.map(isRead) == true ? -1 : Int.max
    var found: [Leftover] = []
    for block in part.blocks {
      let depth = block.depth
      if isRead(block.span) {
        depthOfEntry = hasStories || depth > 0 ? depth : .max
      } else if depth <= depthOfEntry {
        depthOfEntry = .max
        if let line = block.span.lines.first(where: Self.looksLikeFact) {
          found.append(
            Leftover(span: line, reason: "nothing understood, in a section about \(name)"))
        }
      }
    }
    return found
  }

  /// Sections whose entries are followed by what was done there.
  private static let withStories: Set<SectionKind> = [.education, .experience, .career, .projects]

  private static let names: [SectionKind: String] = [
    .education: "degrees", .experience: "posts", .career: "posts and degrees",
    .publications: "papers", .patents: "patents", .awards: "awards", .projects: "projects",
  ]

  private func isRead(_ span: Span) -> Bool {
    let range = span.byteRange
    var (low, high) = (0, read.count)
    while low < high {
      let middle = (low + high) / 2
      if read[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < read.count && read[low] < range.upperBound
  }

  /// Facts have a date at one of their ends; a year within a sentence is part of a story.
  private static func looksLikeFact(_ line: Span) -> Bool {
    guard line.count >= minimumLength, line.count <= maximumLength else { return false }
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
