internal import KGLexicon
internal import KGText

/// Reads entries of which the lines are known, and joins them with those that rules have found.
extension Career {
  /// Reads entries whose lines are known.
  ///
  /// - Parameter given: What the section is about; `nil` where it mixes both.
  mutating func read(entriesOf part: Outline.Part, for given: EntryKind?) {
    lastEntry = nil
    for entry in part.entries where entry.kind == .position || entry.kind == .degree {
      var advisers: [Advisers] = []
      var lines: [Span] = []
      for line in entry.lines.prefix(Self.headerLength) where line.count <= Self.longestLine {
        if let own = Advisers(line) {
          advisers.append(own)
        } else {
          let (rest, cut) = Advisers.cut(from: line)
          lines.append(rest)
          advisers += cut
        }
      }
      let kind: EntryKind = entry.kind == .degree ? .education : .employment
      let entryKind = Self.isVisit(lines) ? .employment : given ?? kind
      if let text = part.entryHeading, headingAddsInformation(text, lines, for: entryKind) {
        lines = [text] + lines
      }
      if appendEntry(lines, part, entryKind) { advisers.forEach { add($0) } }
    }
  }

  /// Lines of an entry after which only descriptions follow.
  private static let headerLength = 4
  /// A longer line is prose.
  private static let longestLine = 240

  /// Adds entries of which no part has been read.
  mutating func addMissing(of other: Career) {
    let read = ByteRanges(
      (affiliations.flatMap(Self.spans) + education.flatMap(Self.spans)).map(\.byteRange))
    affiliations += other.affiliations.filter {
      !Self.spans($0).contains { read.overlaps($0.byteRange) }
    }
    education += other.education.filter { !Self.spans($0).contains { read.overlaps($0.byteRange) } }
  }

  private static func spans(_ record: AffiliationRecord) -> [Span] {
    [record.organization.span] + [record.role?.span, record.interval?.span].compactMap { $0 }
  }

  private static func spans(_ record: EducationRecord) -> [Span] {
    [record.organization.span] + [record.degree?.span, record.interval?.span].compactMap { $0 }
  }
}
