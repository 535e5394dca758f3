internal import KGLexicon
internal import KGModel
internal import KGText

/// Reads the entries of sections about honours, scholarships and competitions.
struct Awards {
  private(set) var awards: [AwardRecord] = []

  mutating func read(_ part: Outline.Part) {
    // Where the section begins with a date, each date stands above its award.
    let blocks = part.blocks.filter { $0.kind != .rule }
    let datesLead = blocks.first.map { Self.dateAlone($0) != nil } ?? false
    var dateAbove: Stated<Int>?
    for block in blocks where ColumnTable(header: block) == nil {
      if datesLead, let year = Self.dateAlone(block) {
        dateAbove = year
        continue
      }
      let count = awards.count
      for line in Self.entries(of: block) { read(line) }
      guard awards.count > count else { continue }
      awards[count].year = awards[count].year ?? dateAbove
      dateAbove = nil
    }
  }

  /// The year of a block that is nothing but a date.
  private static func dateAlone(_ block: Block) -> Stated<Int>? {
    guard let found = DateParser.firstInterval(in: block.span),
      block.span.removing(found.range).allSatisfy({ $0.trimming("()[],.:-– ").isEmpty })
    else { return nil }
    return year(found, in: block.span)
  }

  /// Each line is an entry; a list item whose lines are mostly undated is one wrapped sentence and
  /// thus one entry.
  private static func entries(of block: Block) -> [Span] {
    if let title = titleAboveDetails(block) { return [title] }
    let lines = block.span.lines.flatMap(Self.splitAtSeparators)
    let datedCount = lines.filter { !DateParser.years(in: $0).isEmpty }.count
    return lines.count > 1 && datedCount * 2 < lines.count && block.isListItem
      ? [block.span] : lines
  }

  /// The first line of a block whose title is in bold, where the other lines, without a bold beginning or a date, say who
  /// gave the award, where and for what; `nil` for other blocks.
  static func titleAboveDetails(_ block: Block) -> Span? {
    let lines = block.span.lines
    guard let first = lines.first, lines.count > 1, lines.count <= mostDetails + 1,
      // A date may stand in the cell before the title.
      let title = first.split(at: "\t").last,
      title.strongRuns.contains(where: { $0.count + 1 >= title.count }),
      lines.dropFirst().allSatisfy({ line in
        !line.strongRuns.contains { $0.lower <= line.lower + 1 }
          && DateParser.years(in: line).isEmpty
      })
    else { return nil }
    return first
  }

  /// Lines below the title of an award.
  private static let mostDetails = 3

  /// Several awards in one line, with a separator between them: “A, 2024 ▪ B, 2022”.
  private static func splitAtSeparators(_ line: Span) -> [Span] {
    for sign: Unicode.Scalar in ["▪", "•", "·", "|", "◦", "●", "∙", "♦", "★", ";"]
    where line.contains(sign) {
      let parts = line.split { $0 == sign }
      if parts.count > 2,
        parts.filter({ !DateParser.years(in: $0).isEmpty }).count * 3 >= parts.count * 2
      {
        return parts
      }
    }
    return [line]
  }

  private mutating func read(_ line: Span) {
    let entry = EntryMarker.removed(from: line)
    // “During my master's:” introduces entries and is not an entry.
    guard !entry.isEmpty, entry.folded.last != ":", entry.count >= 4, entry.count <= 300 else {
      return
    }
    var title = entry
    var year: Stated<Int>?
    let dates = DateParser.intervals(in: entry)
    if let first = dates.first, first.range.lowerBound <= entry.lower + 1 {
      title = entry.from(first.range.upperBound)
      year = Self.year(first, in: entry)
    }
    if let last = dates.last, dates.count > (year == nil ? 0 : 1),
      last.range.upperBound >= entry.trimming(".)]年").upper
    {
      title = title.to(Self.firstOfRun(dates, in: entry))
      year =
        year ?? Self.year(dates.first { $0.range.lowerBound >= title.upper } ?? last, in: entry)
    }
    if year == nil, let first = dates.first, dates.count == 1 { year = Self.year(first, in: entry) }
    title = title.trimming(",.:;-–|([")
    // “[2014] Medal”
    if let first = title.folded.first, first == "]" || first == ")" {
      title = title.from(title.lower + 1).trimming(",.:;-–| ")
    }
    if title.folded.filter({ $0 == "(" }).count > title.folded.filter({ $0 == ")" }).count,
      title.upper < entry.upper, entry.text.folded[title.upper] == ")"
    {
      title = entry.between(title.lower, title.upper + 1)
    }
    guard title.range.contains(where: { title.text.scalars[$0].isLetter }), title.count >= 4 else {
      return
    }
    awards.append(
      AwardRecord(
        title: Stated(title.collapsed, title, rule: .awardLine), year: year,
        rank: Rank.find(in: title)))
  }

  /// “2015、2016 年”: where the run of dates at the end of the line begins.
  private static func firstOfRun(
    _ dates: [DateParser.Found<DatedText>], in entry: Span
  ) -> Int {
    var start = dates[dates.count - 1].range.lowerBound
    for date in dates.dropLast().reversed() {
      let gap = entry.between(date.range.upperBound, start)
      guard gap.folded.allSatisfy({ $0.isOne(of: ", &") }) else { break }
      start = date.range.lowerBound
    }
    return start
  }

  private static func year(_ found: DateParser.Found<DatedText>, in entry: Span) -> Stated<Int>? {
    found.value.start.map { Stated($0.year, entry.slice(found.range), rule: .awardYear) }
  }
}
