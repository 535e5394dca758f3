internal import KGLexicon
internal import KGModel
internal import KGText

/// What data files state in lines of a CV: lists of texts, and items without the fields of a record.
extension DataProfile {
  /// What an entry without the fields of a record states, as lines of a CV: its title, or its texts side by side.
  static func lines(of entry: DataEntry, _ subject: DataSubject) -> [Span] {
    let date = entry.span(.date)
    func dated(_ text: Span) -> Span {
      guard let date, DateParser.firstInterval(in: text) == nil else { return text }
      return DataShape.joined([text, date], by: ", ")
    }
    // `year: 2020` over several `items`.
    for (key, value) in entry.node.entries where !entry.fields.holds(key) || subject != .career {
      guard case .list(let items) = value, items.count > 0 else { continue }
      let texts = items.compactMap { $0.span.map(DataText.plain) }
      if texts.count == items.count { return texts.map(dated) }
    }
    let texts = entry.node.entries.compactMap { DataText.plainText(of: $0.value) }.filter {
      $0.count <= longestCell && !$0.hasPrefix("http")
    }
    guard subject == .career else {
      // `ref: “A. Doe. Fog. 2019.”`
      return texts.max { $0.count < $1.count }.map { [$0] } ?? []
    }
    return texts.count > 1 ? [DataShape.joined(texts, by: "\t")] : []
  }

  private static let longestCell = 400

  /// Reads texts as the lines of one list of a CV.
  mutating func readLines(_ lines: [Span], _ kinds: [SectionKind]) {
    guard !lines.isEmpty, !kinds.isEmpty || Self.areDated(lines) else { return }
    let named = kinds.filter { !DataSubject.named(by: [$0]).isEmpty }
    guard kinds.isEmpty || !named.isEmpty else { return }
    let blocks = lines.map { line in
      Block(
        line.contains("\t") ? .tableRow : .listItem(depth: 1, ordered: false),
        line.text.part(line.range))
    }
    let part = Outline.Part(
      heading: nil, level: 1, kinds: named, isSectionHeading: true, blocks: blocks)
    let found = DocumentProfile(list: part).record
    record.affiliations += found.affiliations
    record.education += found.education
    record.papers.append(contentsOf: found.papers)
    if named == [.publications] { addTitles(lines, besides: Array(found.papers)) }
    record.patents += found.patents
    record.awards += found.awards
    record.projects += found.projects
  }

  /// Whether texts may be lines of a CV without a title: most have a year.
  private static func areDated(_ lines: [Span]) -> Bool {
    lines.count > 1 && lines.count { $0.digitCount >= 4 } * 2 > lines.count
  }

  /// Adds the works of a list whose lines are only titles.
  private mutating func addTitles(_ lines: [Span], besides papers: [PaperRecord]) {
    let places = papers.map(\.title.span.byteRange)
    for line in lines {
      let isRead = places.contains { $0.overlaps(line.byteRange) }
      guard !isRead, DataValueForm.forms(of: .text(line)).contains(.title),
        line.first(of: "http") == nil
      else { continue }
      record.papers.append(
        PaperRecord(title: Stated(line.collapsed, line.trimming(".,\""), rule: .dataTitle)))
    }
  }
}
