internal import KGLexicon
internal import KGText

/// The lines of one part of a document that may hold positions and degrees: what fields are read from.
struct EntryList {
  struct Line {
    /// The text without the words about advisers.
    let span: Span
    let source: LabelledLine
    /// What the annotators find in the text.
    let found: LineAnnotations
    /// The advisers that the line names.
    let advisers: [Advisers]

    var place: AnnotatedLine.Place { source.line.place }
    var isHeading: Bool { place.block < 0 }
  }

  let lines: [Line]
  /// What the headings say that the part is about.
  let section: [SectionKind]

  /// Characters. A longer line is prose.
  private static let longestLine = 240
  /// Characters. A shorter line may be a name by itself.
  private static let shortLine = 60

  /// - Returns: `nil` for a part about something else.
  init?(_ part: Outline.Part) {
    let isCareer = part.kinds.contains {
      [.experience, .education, .career, .research].contains($0)
    }
    let hasEntries = part.lines.contains { $0.label.isCareer }
    guard isCareer || hasEntries && (part.kinds.isEmpty || part.isAbout(.about)) else { return nil }
    section = part.kinds
    lines = part.lines.compactMap { Self.line($0, in: part) }
    guard !lines.isEmpty else { return nil }
  }

  private static func line(_ source: LabelledLine, in part: Outline.Part) -> Line? {
    let (found, span) = (source.line.found, source.line.span)
    if source.line.place.block < 0, part.isSectionHeading { return nil }
    guard source.label.kind?.isUnmistakable != true else { return nil }
    let hasEvidence =
      found.interval != nil || !found.roles.isEmpty || !found.degrees.isEmpty
      || found.organization != nil || found.hasUnit
    guard span.count <= shortLine || hasEvidence && span.count <= longestLine else { return nil }
    let (rest, advisers) = found.hasAdviser ? Advisers.cut(from: span) : (span, [])
    return Line(
      span: rest, source: source,
      found: rest.range == span.range ? found : .annotations(of: rest), advisers: advisers)
  }
}

extension LineLabel {
  /// Whether the line belongs to a position or a degree.
  var isCareer: Bool { kind == .position || kind == .degree }
}
