/// How directly a source says what a statement says.
public enum Strength: String, CaseIterable, Sendable {
  /// The words themselves say it.
  case stated
  /// The words say it where they stand: below a heading, in somebody's own list, set in bold.
  case byContext = "by context"
  /// It follows from what the words say, by a table of names or a convention, or from what they leave out.
  case inferred

  /// The strength of what a rule reads; what is in none of the lists is stated.
  public init(rule: String) {
    if Self.contextual.contains(rule) {
      self = .byContext
    } else if Self.inferring.contains(rule) || rule.hasPrefix("authority.") {
      self = .inferred
    } else {
      self = .stated
    }
  }

  private static let contextual: Set<String> = [
    "document.owner", "education.section", "entry.organizationByPlace", "interval.presentTense",
    "membership.kind", "owner.emphasis", "owner.firstLine", "owner.given", "owner.heading",
    "owner.image",
    "owner.metadata", "patent.ownersList", "publication.dateColumn", "publication.firstAuthorList",
    "publication.headingYear", "publication.ownersList",
  ]

  private static let inferring: Set<String> = [
    "bibtex.arxiv", "interval.notSaid", "owner.hanName", "owner.pinyin",
    "owner.pinyinInAuthorList", "publication.noWholeList", "venue.host",
    "venue.workshop",
  ]
}

extension Receipt {
  /// How directly the words say it.
  public var strength: Strength { Strength(rule: rule) }
}
