internal import KGLexicon
internal import KGText

/// What was found in a document, counted, and what could not be read.
public struct ProfileSummary: Hashable, Sendable {
  public let owner: String?
  /// Kinds of things and their numbers, in a fixed order, those without any left out.
  public let counts: [String: Int]
  public let unparsedLines: [UnparsedLine]

  public struct UnparsedLine: Hashable, Sendable {
    /// Where it stands, for people: a line, behind the file of a site or the page of a PDF.
    public let place: String
    public let reason: String
    /// What stands there, cut to a readable length; personal data is never part of it.
    public let words: String
  }

  /// The kinds in the order in which they are told.
  public static let kinds = [
    "papers", "affiliations", "degrees", "patents", "awards", "projects", "claims",
  ]
}

extension ProfileExtractor.Extraction {
  public var summary: ProfileSummary {
    let counts = [
      "papers": record.papers.count, "affiliations": record.affiliations.count,
      "degrees": record.education.count, "patents": record.patents.count,
      "awards": record.awards.count, "projects": record.projects.count,
      "claims": record.claims.count,
    ]
    let unparsedLines = record.unparsedLines.sorted {
      $0.span.byteRange.lowerBound < $1.span.byteRange.lowerBound
    }
    return ProfileSummary(
      owner: record.person.name?.value, counts: counts.filter { $0.value > 0 },
      unparsedLines: unparsedLines.map { line in
        .init(
          place: places.place(of: line.span.byteRange).label, reason: line.reason,
          words: String(line.span.collapsed.prefix(Self.maximumQuoteLength)))
      })
  }

  private static let maximumQuoteLength = 80  // characters
}
