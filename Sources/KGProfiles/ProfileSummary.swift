internal import KGLexicon
internal import KGText

/// What was found in a document, as counts, and the lines that could not be read.
public struct ProfileSummary: Hashable, Sendable {
  /// The owner's name as printed; `nil` when the document does not state it.
  public let owner: String?
  /// How many records of each kind were found, by the names in ``kinds``; kinds without a record
  /// are absent.
  public let counts: [String: Int]
  /// In the order of their places.
  public let unparsedLines: [UnparsedLine]
  /// The files of a site that could not be read, by path.
  public let unreadableFiles: [UnreadableFile]

  /// A file of a site that could not be read.
  public struct UnreadableFile: Hashable, Sendable {
    /// The path within the site.
    public let path: String
    /// What is wrong, and what to do.
    public let reason: String

    package init(path: String, reason: String) {
      self.path = path
      self.reason = reason
    }
  }

  /// A line that looks like a fact and could not be read.
  public struct UnparsedLine: Hashable, Sendable {
    /// The place as people read it: the line, after the file of a site or the page of a PDF.
    public let place: String
    /// Why nothing was read, as part of a sentence: “no title found”.
    public let reason: String
    /// The text of the line, cut to 80 characters; personal data is never part of it.
    public let words: String
  }

  /// The names of the kinds, in the order in which they are reported.
  public static let kinds = [
    "papers", "affiliations", "degrees", "patents", "awards", "projects", "claims",
  ]
}

extension ProfileExtractor.Extraction {
  /// The counts and unparsed lines of the record.
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
      }, unreadableFiles: unreadableFiles)
  }

  private static let maximumQuoteLength = 80  // characters
}
