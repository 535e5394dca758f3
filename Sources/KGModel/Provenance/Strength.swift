/// How directly a source states what was read from it.
public enum Strength: String, CaseIterable, Sendable {
  /// The quoted words state it.
  case stated
  /// The words state it together with their place: below a heading, in the owner's own list, in bold.
  case byContext = "by context"
  /// It follows from the words by a table of names or a convention, or from what they leave out.
  case inferred

  /// The strength of what a rule reads; ``stated`` for a rule in neither list.
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
  /// How directly the quoted words state it.
  public var strength: Strength { Strength(rule: rule) }
}
