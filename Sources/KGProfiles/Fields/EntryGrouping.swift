internal import KGText

/// Divides the lines of a list into entries, by the fields that they hold.
///
/// Of all divisions the one with the highest score is taken: an entry has one organization, one period
/// and one role or degree, and begins where a block does and where the lines were labelled as the first
/// of an entry.
struct EntryGrouping {
  /// The lines of each entry, from top to bottom; lines without fields are left out.
  let entries: [[Int]]

  /// What a line has, as far as it matters here.
  private struct Content {
    let line: Int
    var organizations = 0
    var titles = 0
    var periods = 0
    let startsBlock: Bool
    let isFirst: Bool
    let isInside: Bool
    /// Whether the line was labelled as one of something else, in a list whose lines were labelled.
    let isOutside: Bool
    let block: Int
  }

  /// The scores of one division, set by hand.
  private enum Weight {
    static let field = 1.0
    /// A second value of a field, which an entry has once.
    static let repeated = -1.2
    static let missing = -0.7
    static let first = 0.6
    /// The same at the beginning of a block.
    static let firstOfBlock = 1.2
    static let inside = -0.6
    static let outside = -0.8
    static let startsBlock = 0.4
    static let withinBlock = -0.4
    static let entry = -0.3
    static let otherBlock = -0.25
  }

  /// Lines of an entry with fields.
  private static let mostLines = 8

  init(_ list: EntryList, _ reading: FieldReading) {
    let contents = Self.contents(list, reading)
    var best = [0.0]
    var starts = [0]
    for end in 1..<max(contents.count + 1, 1) {
      var (top, origin) = (-Double.infinity, end - 1)
      for start in max(0, end - Self.mostLines)..<end {
        let score = best[start] + Self.score(contents[start..<end])
        if score > top { (top, origin) = (score, start) }
      }
      best.append(top)
      starts.append(origin)
    }
    var entries: [[Int]] = []
    var end = contents.count
    while end > 0 {
      entries.append(contents[starts[end]..<end].map(\.line))
      end = starts[end]
    }
    self.entries = entries.reversed()
  }

  private static func contents(_ list: EntryList, _ reading: FieldReading) -> [Content] {
    var contents: [Content] = []
    let isLabelled = list.lines.contains { $0.source.label.isCareer && $0.source.label.isFirst }
    for (number, values) in reading.lines.enumerated() where !list.lines[number].isHeading {
      guard !values.isEmpty else { continue }
      let line = list.lines[number]
      let label = line.source.label
      // An award among the details of a position.
      guard label.kind == nil || label.isCareer else { continue }
      var content = Content(
        line: number, startsBlock: contents.last?.block != line.place.block,
        isFirst: label.isFirst && label.isCareer, isInside: !label.isFirst && label.isCareer,
        isOutside: isLabelled && !label.isCareer,
        block: line.place.block)
      for value in values {
        switch value.field {
        case .organization: content.organizations = 1
        case .role, .degree: content.titles = 1
        case .period: content.periods = 1
        case .unit, .subject: break
        }
      }
      contents.append(content)
    }
    return contents
  }

  private static func score(_ lines: ArraySlice<Content>) -> Double {
    guard let first = lines.first else { return 0 }
    var score = Weight.entry
    for count in [
      lines.map(\.organizations).reduce(0, +), lines.map(\.titles).reduce(0, +),
      lines.map(\.periods).reduce(0, +),
    ] {
      score += count == 0 ? Weight.missing : Weight.field + Double(count - 1) * Weight.repeated
    }
    score += first.startsBlock ? Weight.startsBlock : Weight.withinBlock
    if first.isFirst { score += Weight.first }
    if first.isInside { score += Weight.inside }
    if first.isOutside { score += Weight.outside }
    for line in lines.dropFirst() {
      if line.isFirst { score -= line.startsBlock ? Weight.firstOfBlock : Weight.first }
      if line.startsBlock { score += Weight.otherBlock }
    }
    return score
  }
}
