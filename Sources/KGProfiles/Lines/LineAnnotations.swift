internal import KGLexicon
internal import KGModel
internal import KGText

/// What the annotators find in one line: dates, roles, degrees, organizations, people, venues, words
/// that show what it is about.
///
/// A reference type, since lines are passed around and have ten parts.
final class LineAnnotations: Sendable {
  /// The dates and periods, in order.
  let intervals: [DateParser.Found<DatedText>]
  let years: Int
  let roles: [PhraseTable<MembershipKind>.Match]
  let degrees: [PhraseTable<DegreeLevel>.Match]
  let organization: OrganizationText.Found?
  /// Whether the name is in the table of organizations.
  let isOrganizationKnown: Bool
  let organizationWords: [PhraseTable<OrganizationLevel>.Match]
  /// How many of the first pieces between commas are names of people.
  let nameCount: Int
  /// Whether a part of the line is a venue of the table, or has words of venues.
  let venue: VenueEvidence
  let cues: [LineCue]
  let adviserWords: [PhraseTable<AdviserWord>.Match]
  let hasPatentNumber: Bool
  /// What the line is about if it is the title of a section.
  let titleKinds: [SectionKind]
  /// Whether the words of a title cover the line.
  let isTitle: Bool

  /// The first date or period.
  var interval: DateParser.Found<DatedText>? { intervals.first }
  var hasUnit: Bool { organizationWords.contains { $0.value == .unit } }
  var hasAdviser: Bool { adviserWords.contains { $0.value == .label || $0.value == .phrase } }

  /// Whether the date is a period: it has two ends, or an open one.
  var isPeriod: Bool { interval.map { !$0.value.isDate } ?? false }

  /// More of a line does not change what it is about.
  private static let longest = 600

  /// What the annotators find in each of the lines.
  ///
  /// Each annotator reads all lines before the next one begins: the code of one stays in the
  /// processor's first cache, that of all together (64 kB) would be loaded again for every line.
  static func annotations(of lines: some Collection<Span>) -> [LineAnnotations] {
    let spans = lines.map { $0.to(min($0.upper, $0.lower + longest)) }
    let intervals = spans.map { DateParser.intervals(in: $0) }
    let phrases = spans.map(LinePhrases.init)
    let organizations = zip(spans, phrases).map {
      OrganizationText.find(in: $0, words: $1.organizationWords)
    }
    let nameCounts = spans.map(nameCount)
    let venues = spans.map(venue)
    let titleKinds = zip(spans, phrases).map(titleKinds)
    return spans.indices.map { index in
      LineAnnotations(
        spans[index], intervals[index], phrases[index], organizations[index], nameCounts[index],
        venues[index], titleKinds[index])
    }
  }

  /// What the annotators find in one line.
  static func annotations(of line: Span) -> LineAnnotations {
    annotations(of: CollectionOfOne(line))[0]
  }

  private init(
    _ span: Span, _ intervals: [DateParser.Found<DatedText>], _ phrases: LinePhrases,
    _ organization: OrganizationText.Found?, _ nameCount: Int, _ venue: VenueEvidence,
    _ titleKinds: [SectionKind]
  ) {
    self.intervals = intervals
    years = DateParser.years(of: intervals, in: span).count
    roles = phrases.roles
    degrees = phrases.degrees
    self.organization = organization
    isOrganizationKnown =
      organization.map { OrganizationAuthority.shared.match($0.institution) != nil } ?? false
    organizationWords = phrases.organizationWords
    self.nameCount = nameCount
    self.venue = venue
    cues = phrases.cues.map(\.value)
    adviserWords = phrases.adviserWords
    hasPatentNumber = Patents.isPatent(span)
    self.titleKinds = titleKinds
    isTitle =
      !titleKinds.isEmpty
      && SectionTitle.coverage(of: Self.withoutSigns(span)) > Self.titleCoverage
  }

  private static func titleKinds(_ span: Span, _ phrases: LinePhrases) -> [SectionKind] {
    let bare = withoutSigns(span)
    return bare.count <= longestTitle && !phrases.sections.isEmpty
      ? SectionTitle.kinds(of: bare) : []
  }

  /// A title without emphasis and colon.
  private static func withoutSigns(_ span: Span) -> Span { span.trimming("*_:： ") }

  /// Titles of sections are shorter.
  private static let longestTitle = 60
  /// The share of a title's letters that names of sections cover, where nothing else is in it.
  private static let titleCoverage = 0.8
  /// More names show nothing more.
  private static let mostNames = 4
  /// Characters of a name with signs and a remark in brackets.
  private static let longestName = 2 * PersonNameText.longest
  /// Names of authors stand among the first pieces of a line, if at all.
  private static let mostPieces = 8

  /// Counts names in the first pieces between commas, semicolons and “and”, up to a few.
  private static func nameCount(_ span: Span) -> Int {
    var count = 0
    var seen = 0
    let hasAnd = span.first(of: " and ") != nil || span.first(of: " & ") != nil
    for piece in span.split(at: ",;\t") {
      seen += 1
      count += (hasAnd ? sides(of: piece) : [piece]).count { name in
        guard name.count <= longestName else { return false }
        let bare = AuthorList.clean(name.trimming("*†‡#.: "))
        return !bare.isEmpty && PersonNameText.isName(bare, isWhole: false)
      }
      if count >= mostNames || seen >= mostPieces { break }
    }
    return min(count, mostNames)
  }

  /// What stands before and after “and”.
  private static func sides(of piece: Span) -> [Span] {
    guard piece.contains(" "), let and = piece.first(of: " and ") ?? piece.first(of: " & ") else {
      return [piece]
    }
    return [piece.to(and.lowerBound).trimmed, piece.from(and.upperBound).trimmed]
  }

  /// The name of a conference with its ordinal, place and year is shorter.
  private static let longestVenue = 120

  private static func venue(_ span: Span) -> VenueEvidence {
    var evidence = VenueEvidence.none
    let pieces = span.split(at: ".;\t|()[]")
    for piece in pieces.suffix(3) where piece.count <= longestVenue && evidence < .known {
      evidence = max(evidence, VenueEvidence(of: piece))
    }
    return evidence
  }
}
