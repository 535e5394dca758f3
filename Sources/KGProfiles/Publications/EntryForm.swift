internal import KGLexicon

/// Which fields a reading of an entry has, and how it found them. The entries of one list have the same form.
struct EntryForm: Hashable {
  private let titleRule: Rule
  private let hasAuthors: Bool
  private let hasYear: Bool
  private let hasVenue: Bool
  private let venue: VenueEvidence

  init(_ paper: PaperRecord) {
    titleRule = paper.title.rule
    hasAuthors = !paper.authors.isEmpty
    hasYear = paper.year != nil
    hasVenue = paper.venue != nil
    venue = paper.venue.map { VenueEvidence(of: $0.span) } ?? .none
  }

  /// Whether there is a venue that is certainly one.
  var hasCertainVenue: Bool { venue > .none }

  /// Whether there are authors, a year and a venue of the table.
  var isKnown: Bool { hasAuthors && hasYear && venue == .known }

  /// Whether there are authors, a venue that is certainly one, and a year.
  var isWhole: Bool { hasAuthors && hasYear && hasCertainVenue }

  /// Whether there is more than a title, so that the entry is a reference whatever the model sees.
  var isReference: Bool { hasAuthors || hasYear && hasCertainVenue }
}
