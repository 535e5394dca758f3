/// What was found in a document, counted, and what could not be read.
public struct ProfileSummary: Hashable, Sendable {
  public let owner: String?
  /// Kinds of things and their numbers, in a fixed order, those without any left out.
  public let counts: [String: Int]
  public let leftovers: [Unread]

  public struct Unread: Hashable, Sendable {
    /// Counted from 1.
    public let line: Int
    public let reason: String
  }

  /// The kinds in the order in which they are told.
  public static let kinds = [
    "papers", "affiliations", "degrees", "patents", "awards", "projects",
  ]
}

extension ProfileExtractor.Extraction {
  public var summary: ProfileSummary {
    let counts = [
      "papers": record.papers.count, "affiliations": record.affiliations.count,
      "degrees": record.education.count, "patents": record.patents.count,
      "awards": record.awards.count, "projects": record.projects.count,
    ]
    return ProfileSummary(
      owner: record.person.name?.value, counts: counts.filter { $0.value > 0 },
      leftovers: record.leftovers.map { leftover in
        .init(line: lines.line(of: leftover.span.byteRange.lowerBound), reason: leftover.reason)
      })
  }
}
